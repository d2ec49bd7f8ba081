package vn.lienthong.hub.ledger;

import java.time.OffsetDateTime;
import vn.lienthong.hub.deadline.Deadline;

/**
 * A due time issued anew because the reception was corrected.
 *
 * @param before the reception until then
 * @param after the dossier, with the reception from now on
 * @param body the registration as systems are told it, with the new reception and due time
 */
record Reissued(Correction correction, OffsetDateTime before, Standing after, Deadline deadline, String body) {}
