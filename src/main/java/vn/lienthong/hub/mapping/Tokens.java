package vn.lienthong.hub.mapping;

import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.COMMA;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.DEF;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.EOF;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.IDENT;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.IMPORT;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.lienthong.hub.mapping.MappingBroken.Problem;

/**
 * The words of one JSLT file. JSLT takes any unknown {@code $variable} for one that is given later, and finds a missing
 * list only when it is asked; both are told from the words, before anything runs.
 */
final class Tokens {
    private static final String LOOKUP = "lookup";
    private static final Set<String> ASKING = Set.of(LOOKUP, "code-of");

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
            throw new MappingBroken(new Problem(file, line(), 0, "a character that JSLT does not know"));
        }
    }

    private int line() {
        return tokens.isEmpty() ? 1 : tokens.getLast().endLine;
    }

    /** The variables that come from outside. */
    Set<String> variables() {
        return outside(declared()).map(Tokens::name).collect(Collectors.toUnmodifiableSet());
    }

    List<Problem> problems(Set<String> known, Consumer<String> listReader) {
        var problems = new ArrayList<Problem>();
        outside(declared())
                .filter(token -> !known.contains(name(token)))
                .forEach(token -> problems.add(problem(token, "nothing gives the variable " + token.image)));
        problems.addAll(listProblems(listReader));
        return problems;
    }

    /** With the lists that it names. */
    List<Problem> listProblems(Consumer<String> listReader) {
        var problems = new ArrayList<Problem>();
        lookups().forEach(lookup -> check(lookup, listReader, problems));
        return problems;
    }

    private void check(Mentions.Lookup lookup, Consumer<String> listReader, List<Problem> problems) {
        try {
            listReader.accept(lookup.list());
        } catch (FunctionFailed e) {
            problems.add(new Problem(file, lookup.line(), lookup.column(), String.valueOf(e.getMessage())));
        }
    }

    /** Calls that ask a list whose name stands there as a text. */
    List<Mentions.Lookup> lookups() {
        return IntStream.range(0, tokens.size())
                .filter(i -> asks(i) && kind(i + 2) == STRING && kind(i + 3) == COMMA)
                .mapToObj(this::lookup)
                .toList();
    }

    private boolean asks(int i) {
        return ASKING.contains(tokens.get(i).image) && kind(i + 1) == LPAREN;
    }

    private Mentions.Lookup lookup(int i) {
        var list = tokens.get(i + 2);
        var isWhole = tokens.get(i).image.equals(LOOKUP) && kind(i + 4) == STRING && kind(i + 5) == COMMA;
        var code = isWhole && commas(i + 2) == 2 ? text(tokens.get(i + 4)) : null;
        return new Mentions.Lookup(text(list), code, list.beginLine, list.beginColumn);
    }

    /** Those between the arguments of a call. */
    private int commas(int first) {
        int commas = 0;
        int depth = 0;
        for (int i = first; i < tokens.size() && depth >= 0; i++) {
            switch (tokens.get(i).image) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                case "," -> commas += depth == 0 ? 1 : 0;
                default -> {}
            }
        }
        return commas;
    }

    /** Whether some list is named only when the mapping runs. */
    boolean looksUpByName() {
        return IntStream.range(0, tokens.size()).anyMatch(i -> asks(i) && kind(i + 2) != STRING);
    }

    /** The modules that the file imports. */
    List<String> imports() {
        return IntStream.range(0, tokens.size())
                .filter(i -> kind(i) == IMPORT && kind(i + 1) == STRING)
                .mapToObj(i -> text(tokens.get(i + 1)))
                .toList();
    }

    private static String text(Token string) {
        return string.image.substring(1, string.image.length() - 1);
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

    /** What is wrong where the text stands in quotes. */
    Problem problem(String text, String what) {
        return tokens.stream()
                .filter(token -> token.image.equals('"' + text + '"'))
                .findFirst()
                .map(token -> problem(token, what))
                .orElse(new Problem(file, 0, 0, what));
    }

    private Problem problem(Token token, String what) {
        return new Problem(file, token.beginLine, token.beginColumn, what);
    }
}
