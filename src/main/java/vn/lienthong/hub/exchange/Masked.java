package vn.lienthong.hub.exchange;

import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.privacy.Masking;

/** The exchanges of a delivery without those whom they are about. */
final class Masked {
    private final Masking masking;

    private Masked(Masking masking) {
        this.masking = masking;
    }

    static ExchangesOf of(ExchangesOf whole) {
        var masking = Masking.of(whole.message());
        return new ExchangesOf(
                whole.delivery(),
                whole.system(),
                whole.dossier(),
                whole.operation(),
                true,
                masking.tree(whole.message()),
                whole.attempts().stream().map(new Masked(masking)::exchange).toList());
    }

    private Exchange exchange(Exchange one) {
        return new Exchange(
                one.n(),
                one.kind(),
                one.startedAt(),
                one.endedAt(),
                one.outcome(),
                one.code(),
                text(one.words()),
                one.kept(),
                one.mapped().stream().map(this::mapped).toList(),
                one.calls().stream().map(this::call).toList());
    }

    private Exchange.Mapped mapped(Exchange.Mapped one) {
        return new Exchange.Mapped(one.mapping(), one.as(), one.result() == null ? null : masking.tree(one.result()));
    }

    private Exchange.Call call(Exchange.Call one) {
        return new Exchange.Call(
                one.signIn(),
                one.method(),
                one.path(),
                one.sentType(),
                body(one.sent(), one.sentType()),
                one.sentSize(),
                one.status(),
                one.answerType(),
                body(one.answer(), one.answerType()),
                one.answerSize(),
                one.answeredAt(),
                one.failure());
    }

    /** In a body of several parts a name can stand where nobody looks for it. */
    private @Nullable String body(@Nullable String body, @Nullable String type) {
        if (body == null || type != null && type.startsWith("multipart/")) {
            return null;
        }
        return masking.body(body);
    }

    private @Nullable String text(@Nullable String text) {
        return text == null ? null : masking.text(text);
    }
}
