package vn.lienthong.hub.live;

import java.nio.file.Path;

/**
 * Where the files of an edition lie.
 *
 * @param catalogue the procedures, units and calendar; of an installation that has its mappings elsewhere still those of
 *     its home
 */
public record Tree(Path integration, Path routes, Path mappings, Path catalogue) {
    private static final String CATALOGUE = "mappings/catalogue";

    /** A folder that holds all of them. */
    public static Tree in(Path root) {
        return new Tree(
                root.resolve("integration"), root.resolve("routes"), root.resolve("mappings"), root.resolve(CATALOGUE));
    }

    /** A file such as {@code mappings/catalogue/units.csv}; one that is in no edition lies below the home. */
    public Path file(String path, Path home) {
        return path.startsWith(CATALOGUE + '/')
                ? catalogue.resolve(path.substring(CATALOGUE.length() + 1))
                : home.resolve(path);
    }
}
