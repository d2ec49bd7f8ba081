package vn.lienthong.hub.mapping;

import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.COMMA;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.DEF;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.EOF;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.IDENT;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.LET;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.LPAREN;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.STRING;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.VARIABLE;

import com.schibsted.spt.data.jslt.parser.JsltParserTokenManager;
import com.schibsted.spt.data.jslt.parser.SimpleCharStream;
import com.schibsted.spt.data.jslt.parser.Token;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one JSLT file. JSLT takes any unknown {@code $variable} for one that is given later, and finds a missing
 * table only when it is asked; both are told from the words, before anything runs.
 */
final class Tokens {
    private final String file;
    private final List<Token> tokens = new ArrayList<>();

    Tokens(String file, String source) {
        this.file = file;
        var scanner = new JsltParserTokenManager(new SimpleCharStream(new StringReader(source)));
        try {
            for (var token = scanner.getNextToken(); token.kind != EOF; token = scanner.getNextToken()) {
                tokens.add(token);
            }
        } catch (com.schibsted.spt.data.jslt.parser.TokenMgrError e) {
            throw new MappingBroken("%s:%d: a character that JSLT does not know".formatted(file, line()));
        }
    }

    private int line() {
        return tokens.isEmpty() ? 1 : tokens.getLast().endLine;
    }

    /** The variables that come from outside. */
    Set<String> variables() {
        return outside(declared()).map(Tokens::name).collect(Collectors.toUnmodifiableSet());
    }

    List<String> problems(Set<String> known, Consumer<String> tableReader) {
        var problems = new ArrayList<String>();
        outside(declared())
                .filter(token -> !known.contains(name(token)))
                .forEach(token -> problems.add(place(token) + "nothing gives the variable " + token.image));
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).image.equals("lookup")
                    && kind(i + 1) == LPAREN
                    && kind(i + 2) == STRING
                    && kind(i + 3) == COMMA) {
                checkTable(tokens.get(i + 2), tableReader, problems);
            }
        }
        return problems;
    }

    private void checkTable(Token name, Consumer<String> tableReader, List<String> problems) {
        try {
            tableReader.accept(name.image.substring(1, name.image.length() - 1));
        } catch (FunctionFailed e) {
            problems.add(place(name) + e.getMessage());
        }
    }

    private Stream<Token> outside(Set<String> declared) {
        return tokens.stream().filter(token -> token.kind == VARIABLE && !declared.contains(name(token)));
    }

    /** Names after {@code let}, and the parameters of {@code def name(…)}. */
    private Set<String> declared() {
        var names = new HashSet<String>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (kind(i) == LET) {
                names.add(tokens.get(i + 1).image);
            } else if (kind(i) == DEF) {
                for (int j = i + 3; kind(j) == IDENT || kind(j) == COMMA; j++) {
                    names.add(tokens.get(j).image);
                }
            }
        }
        return names;
    }

    private int kind(int index) {
        return index < tokens.size() ? tokens.get(index).kind : EOF;
    }

    private static String name(Token variable) {
        return variable.image.substring(1);
    }

    /** Where the text stands in quotes. */
    String place(String text) {
        return tokens.stream()
                .filter(token -> token.image.equals('"' + text + '"'))
                .findFirst()
                .map(this::place)
                .orElse(file + ": ");
    }

    private String place(Token token) {
        return "%s:%d: ".formatted(file, token.beginLine);
    }
}
