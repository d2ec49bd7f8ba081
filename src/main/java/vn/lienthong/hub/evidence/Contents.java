package vn.lienthong.hub.evidence;

import java.util.ArrayList;
import java.util.List;

/** The files of a package against its manifest: the same names, in the same order, with the same contents. */
final class Contents {
    private Contents() {}

    /** @param found in the order of the package, the manifest and its signature last */
    static List<String> differences(Manifest manifest, List<Manifest.Line> found) {
        var faults = new ArrayList<String>();
        var listed = new ArrayList<>(manifest.files());
        for (int n = 0; n < Math.max(listed.size(), found.size() - 2); n++) {
            compare(n < listed.size() ? listed.get(n) : null, n < found.size() ? found.get(n) : null, faults);
        }
        if (found.size() != listed.size() + 2) {
            faults.add("Danh mục ghi %d tệp, trong gói có %d tệp (không kể danh mục và chữ ký)."
                    .formatted(listed.size(), Math.max(0, found.size() - 2)));
        } else if (!named(found, listed.size(), Manifest.NAME)
                || !named(found, listed.size() + 1, Manifest.SIGNATURE)) {
            faults.add("Danh mục và chữ ký không đứng cuối gói.");
        }
        return faults;
    }

    private static boolean named(List<Manifest.Line> found, int n, String name) {
        return found.get(n).name().equals(name);
    }

    private static void compare(
            Manifest.@org.jspecify.annotations.Nullable Line listed,
            Manifest.@org.jspecify.annotations.Nullable Line found,
            List<String> faults) {
        if (listed == null) {
            faults.add("Tệp thừa, không có trong danh mục: %s.".formatted(found == null ? "" : found.name()));
        } else if (found == null) {
            faults.add("Thiếu tệp có trong danh mục: %s.".formatted(listed.name()));
        } else if (!listed.name().equals(found.name())) {
            faults.add("Ở chỗ của tệp %s lại có tệp tên khác.".formatted(listed.name()));
        } else if (listed.length() != found.length() || !listed.sha256().equals(found.sha256())) {
            faults.add("Tệp %s đã bị sửa: SHA-256 khác lúc ký.".formatted(listed.name()));
        }
    }
}
