package vn.lienthong.hub.facade;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.lienthong.hub.file.CitizenFile;
import vn.lienthong.hub.file.CitizenFiles;
import vn.lienthong.hub.file.Filing;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/** One file that there is, and what was filed and asked last. */
final class PlayedFiles implements CitizenFiles {
    static final byte[] BYTES = "%PDF-1.7 0123456789".getBytes(US_ASCII);

    volatile Filing filed;
    volatile Asked asked;
    volatile boolean breaks;

    private final UUID id = UUID.fromString("01989e4f-1b52-7d0a-9d3e-5f6a0b1c2d3e");

    private CitizenFile file() {
        return new CitizenFile(
                id,
                FacadeStory.DOSSIER,
                "GCS",
                "paper",
                CitizenFile.State.READY,
                "application/pdf",
                BYTES.length,
                HexFormat.of().formatHex(Json.sha256(BYTES)),
                FakeLedger.RECEIVED,
                "somewhere",
                false);
    }

    @Override
    public Filed file(Filing filing, InputStream bytes) throws IOException {
        filed = filing;
        bytes.transferTo(OutputStream.nullOutputStream());
        return new Filed(file(), true);
    }

    @Override
    public CitizenFile readable(UUID id, Caller caller) {
        return file();
    }

    @Override
    public void read(CitizenFile file, long from, long length, Caller caller, OutputStream out) throws IOException {
        if (breaks) {
            out.write(BYTES, 0, 1);
            out.flush();
            throw new IOException("the disk is gone");
        }
        out.write(BYTES, (int) from, (int) length);
    }

    @Override
    public List<CitizenFile> of(String dossier) {
        return List.of(file());
    }

    @Override
    public List<CitizenFile> held(Asked asked, Caller caller) {
        this.asked = asked;
        return List.of(file());
    }

    @Override
    public CitizenFile reuse(UUID id, Asked asked, Place place, Caller caller) {
        this.asked = asked;
        return file();
    }
}
