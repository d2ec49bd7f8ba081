package vn.lienthong.hub.catalog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The procedures as YAML: {@code fields} name the fields of work, {@code procedures} refer to them. */
final class ProceduresFile {
    private static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}");

    private final Path file;
    private final Mistakes mistakes;
    private final Map<String, String> fieldNames = new HashMap<>();
    private final Set<String> codes = new HashSet<>();

    ProceduresFile(Path file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    List<Procedure> read() {
        return YamlMap.read(file, mistakes).map(this::all).orElse(List.of());
    }

    private List<Procedure> all(YamlMap root) {
        root.list("fields").forEach(this::field);
        var procedures = root.list("procedures").stream().map(this::procedure).toList();
        root.end();
        return procedures;
    }

    private void field(YamlMap field) {
        fieldNames.put(field.text("code"), field.text("name"));
        field.end();
    }

    private Procedure procedure(YamlMap from) {
        var field = from.value("field", this::known, "");
        var procedure = new Procedure(
                from.value("code", this::newCode, ""),
                from.text("name"),
                field,
                fieldNames.getOrDefault(field, ""),
                rules(from),
                processes(from),
                from.text("source"));
        from.end();
        return procedure;
    }

    private String known(String field) {
        if (!fieldNames.containsKey(field)) {
            throw new IllegalArgumentException("'%s' is not among the fields".formatted(field));
        }
        return field;
    }

    private String newCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("'%s' is not like 1.001193".formatted(code));
        }
        if (!codes.add(code)) {
            throw new IllegalArgumentException("'%s' stands here twice".formatted(code));
        }
        return code;
    }

    private static List<Procedure.RuleVersion> rules(YamlMap procedure) {
        var rules = procedure.list("rules").stream().map(ProceduresFile::rule).toList();
        if (rules.isEmpty()) {
            procedure.mistake("'rules' is missing");
        }
        refuseDisorder(procedure, "rules", rules);
        return rules;
    }

    private static Procedure.RuleVersion rule(YamlMap from) {
        var counter = from.value("counter", DueRule::parse, new DueRule.WorkingDays(1));
        var online = from.find("online", DueRule::parse).orElse(counter);
        var pauses = from.find("pauses", ProceduresFile::pauses).orElse(Procedure.RuleVersion.USUAL_PAUSES);
        var rules = Procedure.RuleVersion.of(day(from), counter, online, pauses);
        from.end();
        return rules;
    }

    private static int pauses(String text) {
        if (!text.matches("\\d")) {
            throw new IllegalArgumentException("'%s' is not a number from 0 to 9".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static List<Procedure.ProcessVersion> processes(YamlMap procedure) {
        var processes = procedure.list("processes").stream()
                .map(ProceduresFile::process)
                .toList();
        refuseDisorder(procedure, "processes", processes);
        return processes;
    }

    private static Procedure.ProcessVersion process(YamlMap from) {
        var process = Procedure.ProcessVersion.of(day(from), from.value("steps", Integer::valueOf, 1));
        from.end();
        return process;
    }

    private static LocalDate day(YamlMap from) {
        return from.value("from", LocalDate::parse, LocalDate.EPOCH);
    }

    private static void refuseDisorder(YamlMap procedure, String key, List<? extends Procedure.Dated> versions) {
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i - 1).from().isBefore(versions.get(i).from())) {
                procedure.mistake("'%s' must stand oldest first, each from a later day".formatted(key));
            }
        }
    }
}
