package vn.lienthong.hub.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lienthong.hub.file.CitizenFile;
import vn.lienthong.hub.file.CitizenFiles;
import vn.lienthong.hub.file.Filing;
import vn.lienthong.hub.security.Caller;

/** Takes whatever is filed, as long as nothing is wrong with it. */
final class PlayedFiles implements CitizenFiles {
    static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-0000000000f1");

    final List<Filing> filings = new ArrayList<>();
    final List<byte[]> bytes = new ArrayList<>();
    RuntimeException wrong;

    @Override
    public Filed file(Filing filing, InputStream content) throws IOException {
        if (wrong != null) {
            throw wrong;
        }
        filings.add(filing);
        bytes.add(content.readAllBytes());
        var file = new CitizenFile(
                ID,
                filing.dossier(),
                filing.kind(),
                filing.purpose(),
                CitizenFile.State.READY,
                "application/pdf",
                filing.declaredSize(),
                "",
                OffsetDateTime.parse("2025-08-12T09:15:00+07:00"),
                "somewhere",
                false);
        return new Filed(file, true);
    }

    @Override
    public CitizenFile readable(UUID id, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void read(CitizenFile file, long from, long length, Caller caller, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CitizenFile> of(String dossier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CitizenFile> held(Asked asked, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CitizenFile reuse(UUID id, Asked asked, Place place, Caller caller) {
        throw new UnsupportedOperationException();
    }
}
