package vn.lienthong.hub.diagnosis;

import java.util.Locale;

/** Room on a disk. */
final class Space {
    private static final long MEBI = 1L << 20;
    private static final long GIBI = 1L << 30;
    private static final long LOW = 5 * GIBI;
    private static final long FULL = GIBI;

    private Space() {}

    static Finding finding(String where, long free) {
        var symptom = free < FULL ? Symptom.DISK_FULL : free < LOW ? Symptom.DISK_LOW : Symptom.DISK;
        return symptom.of(where, text(free));
    }

    static String text(long bytes) {
        return bytes < GIBI ? bytes / MEBI + " MiB" : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIBI);
    }
}
