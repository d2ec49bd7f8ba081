package vn.lienthong.hub.payment;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.UnitScope;

/** Orders in the database. Whoever changes one holds its dossier, so that two orders of a fee cannot pass each other. */
@Component
class OrderRows {
    private static final String CLAIM = """
            update payment_order set due_at = ? where number = (
              select number from payment_order where due_at <= ? order by due_at limit 1 for update skip locked)
            returning *""";

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else orders, or learns of a payment, for this dossier. */
    void lockDossier(String code) {
        jdbc.sql("select code from dossier where code = ? for no key update")
                .param(code)
                .query(String.class)
                .optional();
    }

    /** An order of that system, and its dossier, locked. */
    Optional<PaymentOrder> lock(String number, String system) {
        find(number).ifPresent(order -> lockDossier(order.dossier()));
        return find(number).filter(order -> order.system().equals(system));
    }

    void insert(PaymentOrder order, byte[] fingerprint, String caller, @Nullable String key, Instant dueAt) {
        jdbc.sql("""
                insert into payment_order (number, dossier, fee, system, amount, request, fingerprint, caller, key, state,
                  due_at, sent_at, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        order.number(),
                        order.dossier(),
                        order.fee(),
                        order.system(),
                        order.amount(),
                        Json.text(order.request()),
                        fingerprint,
                        caller,
                        key,
                        order.state().name(),
                        Times.inOffice(dueAt),
                        order.sentAt(),
                        order.createdAt(),
                        order.expiresAt()))
                .update();
    }

    /** It stands otherwise now. */
    void move(PaymentOrder after, @Nullable Instant dueAt) {
        jdbc.sql("""
                update payment_order set state = ?, due_at = ?, sent_at = ?, code = ?, pay_url = ?, reference = ?,
                  paid_at = ?, late = ?, attention = ?, asked = ? where number = ?""")
                .params(Arrays.asList(
                        after.state().name(),
                        dueAt == null ? null : Times.inOffice(dueAt),
                        after.sentAt(),
                        after.code(),
                        after.payUrl(),
                        after.reference(),
                        after.paidAt(),
                        after.late(),
                        after.attention() == null ? null : after.attention().name(),
                        after.asked(),
                        after.number()))
                .update();
    }

    void warn(PaymentOrder order) {
        jdbc.sql("update payment_order set attention = ? where number = ?")
                .params(java.util.Objects.requireNonNull(order.attention()).name(), order.number())
                .update();
    }

    /** Nobody need look at it any more. */
    void calm(String number) {
        jdbc.sql("update payment_order set attention = null where number = ?")
                .param(number)
                .update();
    }

    /** Begins to leave now; false when somebody else began, or it is no longer new. */
    boolean send(String number, Instant now, Instant until) {
        return jdbc.sql("""
                        update payment_order set sent_at = ?, due_at = ?
                        where number = ? and state = 'NEW' and sent_at is null""")
                        .params(Times.inOffice(now), Times.inOffice(until), number)
                        .update()
                == 1;
    }

    /** The one that has waited longest, for a while nobody else's. */
    Optional<PaymentOrder> claim(Instant now, Duration lease) {
        return jdbc.sql(CLAIM)
                .params(Times.inOffice(now.plus(lease)), Times.inOffice(now))
                .query((row, n) -> order(row))
                .optional();
    }

    /** Nothing was learnt; to be looked at again then, unless it stands otherwise by now. */
    void rest(PaymentOrder order, @Nullable String code, @Nullable Instant until) {
        jdbc.sql("""
                update payment_order set due_at = ?, asked = asked + 1, code = coalesce(?, code)
                where number = ? and state = ?""")
                .params(Arrays.asList(
                        until == null ? null : Times.inOffice(until),
                        code,
                        order.number(),
                        order.state().name()))
                .update();
    }

    void recorded(String number, UUID entry, @Nullable Instant billDueAt) {
        jdbc.sql("update payment_order set entry = ?, due_at = ?, asked = 0 where number = ?")
                .params(Arrays.asList(entry, billDueAt == null ? null : Times.inOffice(billDueAt), number))
                .update();
    }

    void notRecorded(String number, Attention why, String code) {
        jdbc.sql("update payment_order set attention = ?, code = ?, due_at = null where number = ?")
                .params(why.name(), code, number)
                .update();
    }

    void billed(String number, String receipt) {
        jdbc.sql("update payment_order set receipt = ?, due_at = null where number = ?")
                .params(receipt, number)
                .update();
    }

    /** The fee is paid by this order: whoever looks at another one that can be paid must see it. */
    void warnOthers(PaymentOrder paid) {
        jdbc.sql("""
                update payment_order set attention = coalesce(attention, ?)
                where dossier = ? and fee = ? and number <> ? and state in ('NEW', 'OPEN', 'UNKNOWN')""")
                .params(Attention.PAID_OTHERWISE.name(), paid.dossier(), paid.fee(), paid.number())
                .update();
    }

    Optional<PaymentOrder> find(String number) {
        return jdbc.sql("select * from payment_order where number = ?")
                .param(number)
                .query((row, n) -> order(row))
                .optional();
    }

    /** What the caller ordered under that key, and whether it was the same wish. */
    Optional<Keyed> underKey(String caller, String key, byte[] fingerprint) {
        return jdbc.sql("select * from payment_order where caller = ? and key = ?")
                .params(caller, key)
                .query((row, n) -> new Keyed(order(row), Arrays.equals(row.getBytes("fingerprint"), fingerprint)))
                .optional();
    }

    record Keyed(PaymentOrder order, boolean same) {}

    /** The orders of a dossier, oldest first. */
    List<PaymentOrder> of(String dossier) {
        return jdbc.sql("select * from payment_order where dossier = ? order by created_at, number")
                .param(dossier)
                .query((row, n) -> order(row))
                .list();
    }

    List<PaymentOrder> withAttention(UnitScope scope, @Nullable String after, int limit) {
        var units = scope.units().toArray(String[]::new);
        return jdbc.sql("""
                        select o.* from payment_order o join dossier d on d.code = o.dossier
                        where o.attention is not null and o.number > ?
                          and ('*' = any (?) or d.province = any (?) or d.province || '/' || d.commune = any (?))
                        order by o.number limit ?""")
                .params(after == null ? "" : after, units, units, units, limit)
                .query((row, n) -> order(row))
                .list();
    }

    private static PaymentOrder order(ResultSet row) throws SQLException {
        var attention = row.getString("attention");
        return new PaymentOrder(
                row.getString("number"),
                row.getString("dossier"),
                row.getInt("fee"),
                row.getString("system"),
                row.getLong("amount"),
                Json.parse(row.getString("request").getBytes(StandardCharsets.UTF_8)),
                PaymentState.valueOf(row.getString("state")),
                time(row, "sent_at"),
                row.getInt("asked"),
                row.getString("code"),
                row.getString("pay_url"),
                row.getString("reference"),
                time(row, "paid_at"),
                row.getBoolean("late"),
                attention == null ? null : Attention.valueOf(attention),
                row.getObject("entry", UUID.class),
                row.getString("receipt"),
                java.util.Objects.requireNonNull(time(row, "created_at")),
                java.util.Objects.requireNonNull(time(row, "expires_at")));
    }

    private static @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : Times.inOffice(value.toInstant());
    }
}
