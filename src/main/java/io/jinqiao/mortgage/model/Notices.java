package io.jinqiao.mortgage.model;

import io.jinqiao.message.MortgageResult.Event;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the bank must know of a case: whatever stands after something was told and did not before. */
public final class Notices {
    private Notices() {}

    /** Everything of {@link io.jinqiao.message.MortgageResult} but its numbers. */
    public record Notice(Event event, LocalDate on, @Nullable String certificateNo, @Nullable String reason, @Nullable LocalDate dueOn) {}

    /** In the order in which they happen at a registry. */
    public static List<Notice> between(Standing before, Standing after) {
        Map<String, Notice> known = due(before);
        return due(after).entrySet().stream()
                .filter(one -> isNews(known.get(one.getKey()), one.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The same thing told by another way, a moment apart, is none; a reason or a day that was not known is. What is off is off: who else says so, and why, is none. */
    private static boolean isNews(@Nullable Notice known, Notice told) {
        if (known != null && known.event() == Event.DELETED) {
            return known.reason() == null && told.reason() != null;
        }
        return known == null
                || told.reason() != null && !told.reason().equals(known.reason())
                || told.dueOn() != null && !told.dueOn().equals(known.dueOn());
    }

    private static Map<String, Notice> due(Standing standing) {
        Map<String, Notice> due = new LinkedHashMap<>();
        Mark mark = standing.mark();
        if (mark == null) {
            return due;
        }
        due.put("received", new Notice(Event.RECEIVED, day(mark.at()), null, null, null));
        RegisterEntry entry = standing.entry();
        if (standing.registered() && entry != null) {
            due.put("entered " + day(entry.enteredAt()), new Notice(Event.ENTERED, day(entry.enteredAt()), null, null, null));
            for (RegisterEntry.Proof proof : entry.proofs()) {
                Told.Certificate certificate = standing.certificates().get(proof.proofNo());
                if (certificate != null && standing.ofItsUnits(certificate)) {
                    due.put("certificate " + proof.proofNo(), new Notice(Event.CERTIFICATE, certificate.issuedOn(), proof.proofNo().value(), null, null));
                }
            }
        }
        Event event = event(mark);
        if (event != null) {
            due.put(mark.state() == RegistrationState.DELETED ? "off" : event + " " + day(mark.at()), new Notice(event, day(mark.at()), null, mark.reason(), mark.dueOn()));
        }
        return due;
    }

    private static @Nullable Event event(Mark mark) {
        return switch (mark.state()) {
            case SUPPLEMENT -> Event.RETURNED;
            case REJECTED -> Event.REFUSED;
            case WITHDRAWN, DELETED -> Event.DELETED;
            case SUBMITTED, ACCEPTED, REGISTERED -> null;
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkingCalendar.ZONE);
    }
}
