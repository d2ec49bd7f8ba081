package vn.lienthong.hub.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a wrong one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /** The nearest by insertions, deletions, replacements and swaps; none where all are far. */
    public static Optional<String> to(String name, Collection<String> known) {
        var far = Math.max(2, name.length() / 3);
        return known.stream()
                .filter(other -> !other.equals(name) && Math.abs(other.length() - name.length()) <= far)
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(other -> distance(name, other) <= far);
    }

    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var isSwap =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwap ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
