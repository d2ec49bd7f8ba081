package vn.lienthong.hub.edition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

/**
 * The files of one edition, by their paths such as {@code integration/some-system/system.yaml}. Only names and kinds that
 * a system pack is made of are taken, and no more of them than a hub for every office of the country needs.
 */
public final class EditionFiles {
    /** Of one file, in bytes. */
    static final int LARGEST_FILE = 4 << 20;
    /** Of all files together, in bytes. */
    static final int LARGEST = 64 << 20;

    static final int MOST = 20_000;
    private static final Pattern PATH =
            Pattern.compile("(integration|routes|mappings)(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){1,10}");
    private static final Pattern KIND = Pattern.compile(".*\\.(yaml|jslt|json|xml|xsd|wsdl|csv|txt|md)");

    private final SortedMap<String, byte[]> byPath;

    private EditionFiles(SortedMap<String, byte[]> byPath) {
        this.byPath = Collections.unmodifiableSortedMap(byPath);
    }

    /** The folders of an installation. Files that are of no edition, such as those of an editor, are left out. */
    public static EditionFiles of(Tree tree) {
        var taking = new Taking();
        try {
            taking.folder("integration", tree.integration());
            taking.folder("routes", tree.routes());
            taking.folder("mappings", tree.mappings());
            taking.folder("mappings/catalogue", tree.catalogue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EditionFiles(taking.byPath);
    }

    /** @throws FilesRefused when it is no zip, or holds what is of no edition, or more than there can be */
    public static EditionFiles unzip(InputStream zip) {
        var taking = new Taking();
        try (var in = new ZipInputStream(zip, StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    taking.file(entry.getName(), in);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new FilesRefused("the body is no readable zip");
        } catch (IOException e) {
            throw new FilesRefused("the zip breaks off");
        }
        if (taking.byPath.isEmpty()) {
            throw new FilesRefused("the zip holds no files");
        }
        return new EditionFiles(taking.byPath);
    }

    private static final class Taking {
        private final SortedMap<String, byte[]> byPath = new TreeMap<>();
        private long bytes;

        void folder(String name, Path folder) throws IOException {
            if (!Files.isDirectory(folder)) {
                return;
            }
            // links are followed: an orchestrator mounts files as links
            try (var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var path = name + "/" + folder.relativize(file).toString().replace('\\', '/');
                    if (isOfAnEdition(path)) {
                        byPath.remove(path);
                        try (var in = Files.newInputStream(file)) {
                            file(path, in);
                        }
                    }
                }
            }
        }

        void file(String path, InputStream in) throws IOException {
            if (!isOfAnEdition(path)) {
                throw new FilesRefused(
                        "a file of an edition lies in integration/, routes/ or mappings/, is named by ASCII"
                                + " letters, digits, '.', '_' and '-', and is yaml, jslt, json, xml, xsd, wsdl, csv, txt or md");
            }
            var content = in.readNBytes(LARGEST_FILE + 1);
            bytes += content.length;
            if (content.length > LARGEST_FILE || bytes > LARGEST || byPath.size() == MOST) {
                throw new FilesRefused("more than %d files, or more bytes than %d in one, or %d in all"
                        .formatted(MOST, LARGEST_FILE, LARGEST));
            }
            if (byPath.put(path, content) != null) {
                throw new FilesRefused("a file stands twice in the zip");
            }
        }

        private static boolean isOfAnEdition(String path) {
            return PATH.matcher(path).matches() && KIND.matcher(path).matches();
        }
    }

    public SortedMap<String, byte[]> byPath() {
        return byPath;
    }

    /** The same files have the same one, whenever and wherever they were packed. */
    public String hash() {
        var digest = Json.sha256();
        byPath.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Json.sha256(content));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        zip(bytes);
        return bytes.toByteArray();
    }

    private void zip(OutputStream to) {
        try (var out = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            for (var file : byPath.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes them below an empty folder. No path leads out of it. */
    void unpack(Path folder) {
        try {
            for (var top : new String[] {"integration", "routes", "mappings"}) {
                Files.createDirectories(folder.resolve(top));
            }
            for (var file : byPath.entrySet()) {
                var to = folder.resolve(file.getKey());
                Files.createDirectories(to.getParent());
                Files.write(to, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
