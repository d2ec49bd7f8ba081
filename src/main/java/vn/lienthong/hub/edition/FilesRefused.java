package vn.lienthong.hub.edition;

/** What was sent is no set of files of an edition; says why, quoting no content. */
public final class FilesRefused extends RuntimeException {
    FilesRefused(String why) {
        super(why, null, false, false);
    }
}
