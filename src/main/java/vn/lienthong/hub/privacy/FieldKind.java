package vn.lienthong.hub.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kind of thing about a person a field holds, told by its name: in our own words and in those that Vietnamese
 * systems use. In doubt it is personal.
 */
public enum FieldKind {
    NAME(
            "name",
            "hoten|fullname|ownername|cusname|accountname|tenchu|tennguoi|nguoinop|nguoiky|nguoixuly|nguoiyeucau|householdhead|signer",
            Set.of("name", "ho", "chudem", "ten", "tendem", "chuhoso", "holot")),
    ID(
            "id",
            "idnumber|soddcn|cmnd|cccd|sodinhdanh|dinhdanh|identif|sogiayto|passport|hochieu|bhxh|personalnumber",
            Set.of()),
    PHONE("phone", "phone|dienthoai|mobile|sodt|sdt", Set.of("tel", "dt")),
    EMAIL("e-mail", "email|thudientu", Set.of()),
    ADDRESS(
            "address",
            "address|diachi|dcchitiet|thuongtru|tamtru|cutru|quequan|noisinh|noichet|hometown|birthplace|placeofbirth|placeofdeath",
            Set.of()),
    DATE(
            "date",
            "dateofbirth|birthdate|ngaysinh|thangsinh|namsinh|yearofbirth|ngaychet|dateofdeath|diedat",
            Set.of("dob"));

    /** What has a name of its own that is nobody's. */
    private static final Set<String> NO_PERSON = Set.of(
            "procedure",
            "step",
            "fee",
            "fees",
            "result",
            "paper",
            "papers",
            "document",
            "unit",
            "agency",
            "items",
            "lines");

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");

    private final String word;
    private final Pattern part;
    private final Set<String> whole;

    FieldKind(String word, String part, Set<String> whole) {
        this.word = word;
        this.part = Pattern.compile(part);
        this.whole = whole;
    }

    /** As people read it. */
    public String word() {
        return word;
    }

    /**
     * @param within the names of what the field stands in, outermost first
     */
    static Optional<FieldKind> of(List<String> within, String field) {
        var parent = within.isEmpty() ? "" : bare(within.getLast());
        var name = bare(field);
        if (NO_PERSON.contains(parent) && NAME.whole.contains(name)) {
            return Optional.empty();
        }
        for (var kind : values()) {
            if (kind.whole.contains(name) || kind.part.matcher(name).find()) {
                return Optional.of(kind);
            }
        }
        // an address in parts
        return within.stream()
                        .anyMatch(outer -> ADDRESS.part.matcher(bare(outer)).find())
                ? Optional.of(ADDRESS)
                : Optional.empty();
    }

    private static String bare(String name) {
        return NO_LETTER.matcher(Folding.of(name).text()).replaceAll("");
    }
}
