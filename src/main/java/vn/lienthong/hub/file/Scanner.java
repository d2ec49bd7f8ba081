package vn.lienthong.hub.file;

import java.io.IOException;
import java.io.InputStream;

/** Looks for what is harmful. */
interface Scanner {
    /** @throws IOException when nobody can tell now; the file waits */
    boolean isClean(InputStream bytes) throws IOException;

    /** Where an installation has no scanner everything counts as clean. */
    Scanner NONE = bytes -> true;
}
