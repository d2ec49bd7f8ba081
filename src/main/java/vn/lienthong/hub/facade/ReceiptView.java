package vn.lienthong.hub.facade;

import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Receipt;

/** A receipt as the contract shows it. */
record ReceiptView(String dossier, UUID entry, int seq, String event, OffsetDateTime recordedAt) {
    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.dossier(),
                receipt.entry(),
                receipt.seq(),
                receipt.kind().word(),
                Times.inOffice(receipt.recordedAt().toInstant()));
    }
}
