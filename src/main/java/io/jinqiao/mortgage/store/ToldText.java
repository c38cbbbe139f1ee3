package io.jinqiao.mortgage.store;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.LicenceIdentifier;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.UnitNumber;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.model.Doubt;
import io.jinqiao.mortgage.model.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was told, as canonical JSON: equal things have equal texts. */
final class ToldText {
    private ToldText() {}

    static String kind(Told told) {
        return told instanceof Told.State ? "state" : told instanceof Told.Entry ? "entry" : "certificate";
    }

    /** What may be shown to anybody. */
    static @Nullable String word(Told told) {
        if (told instanceof Told.State state) {
            return Words.of(state.state());
        }
        boolean doubted = told instanceof Told.Certificate one && !one.doubts().isEmpty() || told instanceof Told.Entry entry && entry.ahead();
        return doubted ? "doubted" : null;
    }

    static Instant happenedAt(Told told) {
        if (told instanceof Told.State state) {
            return state.at();
        }
        return told instanceof Told.Entry entry
                ? entry.entry().enteredAt()
                : ((Told.Certificate) told).issuedOn().atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    static String write(Told told) {
        Content.GroupBuilder content = Content.group().put("registryNo", told.registryNo());
        if (told instanceof Told.State state) {
            content.put("state", state.state()).put("at", state.at()).put("reason", state.reason()).put("dueOn", state.dueOn()).put("ahead", state.ahead() ? "true" : null);
        } else if (told instanceof Told.Entry entry) {
            content.put("entry", entry.entry().content()).put("ahead", entry.ahead() ? "true" : null);
        } else if (told instanceof Told.Certificate one) {
            content.put("proofNo", one.proofNo()).put("licence", one.licence()).put("issuedOn", one.issuedOn()).put("digest", one.digest())
                    .put("units", one.units().stream().map(UnitNumber::value).sorted().collect(Collectors.joining(" ")))
                    .put("doubts", one.doubts().stream().map(Words::of).sorted().collect(Collectors.joining(" ")));
        }
        return CanonicalJson.writeSorted(content.build());
    }

    static Told read(String kind, String json) {
        Content.Group content = CanonicalJson.read(json);
        String number = text(content, "registryNo");
        return switch (kind) {
            case "state" -> new Told.State(
                    number,
                    Words.parse(text(content, "state"), RegistrationState.class),
                    Instant.parse(text(content, "at")),
                    content.text("reason"),
                    day(content.text("dueOn")),
                    content.text("ahead") != null);
            case "entry" -> new Told.Entry(number, RegisterEntry.of((Content.Group) Objects.requireNonNull(content.get("entry"))), content.text("ahead") != null);
            case "certificate" -> new Told.Certificate(
                    number,
                    new CertificateNumber(text(content, "proofNo")),
                    new LicenceIdentifier(text(content, "licence")),
                    LocalDate.parse(text(content, "issuedOn")),
                    new Digest(text(content, "digest")),
                    words(content.text("units")).map(UnitNumber::new).collect(Collectors.toSet()),
                    content.text("doubts") == null
                            ? Set.of(Doubt.CERTIFICATE_NOT_FULLY_CHECKED) // written before certificates were verified
                            : words(content.text("doubts")).map(word -> Words.parse(word, Doubt.class)).collect(Collectors.toSet()));
            default -> throw new IllegalStateException("told as " + kind);
        };
    }

    private static Stream<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? Stream.empty() : Stream.of(text.split(" "));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static String text(Content.Group content, String name) {
        return Objects.requireNonNull(content.text(name), name);
    }
}
