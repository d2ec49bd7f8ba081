package vn.lienthong.hub.facade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.payment.Attention;
import vn.lienthong.hub.payment.PaymentOrder;
import vn.lienthong.hub.payment.PaymentState;

/** An order as callers see it. */
record PaymentView(
        String order,
        String dossier,
        String system,
        String state,
        JsonNode fee,
        long amount,
        @Nullable String payUrl,
        @Nullable String code,
        @Nullable String reference,
        @Nullable OffsetDateTime paidAt,
        @Nullable Boolean late,
        @Nullable Notice attention,
        @Nullable UUID entry,
        @Nullable String receipt,
        OffsetDateTime createdAt,
        OffsetDateTime expiresAt) {

    /** Why a person must look. */
    record Notice(String code, String message) {
        static Notice of(Attention why) {
            return new Notice(why.word(), why.message());
        }
    }

    /** Where to pay is shown as long as it makes sense: nobody is sent to pay what has been paid at the counter. */
    static PaymentView of(PaymentOrder order, DossierState dossier) {
        var payable = order.state() == PaymentState.OPEN || order.state() == PaymentState.UNKNOWN;
        var shown = payable && order.attention() == null && dossier.owes(order.fee());
        return of(order, shown ? order.payUrl() : null);
    }

    static PaymentView of(PaymentOrder order) {
        return of(order, (String) null);
    }

    private static PaymentView of(PaymentOrder order, @Nullable String payUrl) {
        return new PaymentView(
                order.number(),
                order.dossier(),
                order.system(),
                order.state().name().toLowerCase(Locale.ROOT),
                order.request().path("fee"),
                order.amount(),
                payUrl,
                order.code(),
                order.reference(),
                order.paidAt(),
                order.late() ? true : null,
                order.attention() == null ? null : Notice.of(order.attention()),
                order.entry(),
                order.receipt(),
                order.createdAt(),
                order.expiresAt());
    }
}
