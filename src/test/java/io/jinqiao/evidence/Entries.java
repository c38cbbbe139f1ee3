package io.jinqiao.evidence;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Journal entries with invented contents. */
public final class Entries {
    private Entries() {}

    /** Every member set. */
    public static JournalEntry received(String body) {
        return received(body, "JQ-2026-000017");
    }

    /** Whom {@link #received(String, String)} is about. */
    public static Subject subject(String applicationNo) {
        return new Subject(new PartnerId("icbc"), applicationNo);
    }

    public static JournalEntry received(String body, String subject) {
        Map<String, Long> timings = new LinkedHashMap<>();
        timings.put("frame", 41L);
        timings.put("verify", 230L);
        return new JournalEntry(
                Instant.parse("2026-11-23T01:02:03.456789Z"),
                JournalEntry.Kind.RECEIVED,
                new PartnerId("icbc"),
                "loan-application",
                new MessageId("20261123000000000017"),
                subject,
                bytes(body),
                "accepted",
                null,
                bytes("input of " + body),
                "MEUCIQ==",
                "sm2-sm3 raw base64 uid=1234567812345678",
                bytes("stands for a certificate"),
                "good crl=00 thisUpdate=2026-11-23T00:00:00Z",
                null,
                "trace-1",
                timings);
    }

    public static JournalEntry refused(String body) {
        return new JournalEntry(
                Instant.parse("2026-11-23T01:02:04Z"), JournalEntry.Kind.RECEIVED, null, null, null, null, bytes(body), "refused",
                "envelope.unreadable", null, null, null, null, null, null, "trace-2", Map.of());
    }

    public static JournalEntry answer(RecordId to, String body) {
        return new JournalEntry(
                Instant.parse("2026-11-23T01:02:05Z"), JournalEntry.Kind.ANSWERED, new PartnerId("icbc"), "loan-application",
                new MessageId("20261123000000000017"), "JQ-2026-000017", bytes(body), "accepted", null, bytes("in " + body), "sig",
                "sm2-sm3 raw base64 uid=1234567812345678", bytes("another certificate"), null, to, "trace-1", Map.of("sign", 90L));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
