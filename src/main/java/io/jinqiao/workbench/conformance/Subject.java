package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.workbench.samples.Sample;
import java.time.Instant;
import java.util.List;

/** One operation as one side begins it, and the specimens of its request. */
final class Subject {
    private static final MessageId ID = new MessageId("CONFORMANCE0000000001");
    static final Instant AT = Sample.CLOCK.instant();

    private final Operation operation;
    private final Courier courier;
    private final Courier unsigned;
    private final Agreement agreement;
    private final Specimens specimens;
    private final Content.Group full;
    private final Content.Group minimal;
    private final byte[] sound;
    private final String word;

    /**
     * @param word what chooses the lines of the table for these contents; empty where all of them count
     * @param seeds lawful contents of the operation, at least one
     */
    Subject(Dialect centre, Agreement agreement, Operation operation, boolean centreSpeaks, String word, List<Content.Group> seeds) {
        this.word = word;
        this.operation = operation;
        this.courier = new Courier(centre, centreSpeaks, true);
        this.unsigned = new Courier(centre, centreSpeaks, false);
        this.agreement = agreement;
        this.specimens = new Specimens(
                operation.shape(centre.descriptor().operations().keySet()),
                content -> lawful(operation, content),
                agreement.places(operation, "request"),
                agreement.insisted(operation, "request"),
                seeds);
        this.full = specimens.full(seeds.get(0));
        this.minimal = specimens.minimal(seeds.get(0));
        this.sound = courier.bytes(courier.request(message(full), id(full), AT));
    }

    /** Of a message with this content: where the content has the number of the message, that one. */
    MessageId id(Content.Group content) {
        String place = agreement.numberPlace(operation);
        return place != null && Tree.get(content, List.of((Object[]) place.split("[.]"))) instanceof Content.Text number ? new MessageId(number.value()) : ID;
    }

    private static boolean lawful(Operation operation, Content.Group content) {
        try {
            return operation.read(content).content().equals(content);
        } catch (Refusal | IllegalArgumentException e) {
            return false;
        }
    }

    Operation operation() {
        return operation;
    }

    Courier courier() {
        return courier;
    }

    /** For trials of contents: signatures have trials of their own, and cost more than all the rest. */
    Courier unsigned() {
        return unsigned;
    }

    Agreement agreement() {
        return agreement;
    }

    Specimens specimens() {
        return specimens;
    }

    Content.Group full() {
        return full;
    }

    Content.Group minimal() {
        return minimal;
    }

    CanonicalMessage message(Content.Group content) {
        return operation.read(content);
    }

    /** The good message every spoilt one is made from. */
    byte[] sound() {
        return sound.clone();
    }

    Trial trial(Trial.Kind kind, String what, String chinese, String english) {
        String side = courier.centreSpeaks() ? "centre" : "partner";
        return new Trial(
                operation,
                courier.centreSpeaks(),
                kind,
                Trial.Level.CODEC,
                operation.id() + "." + side + "." + kind.name().toLowerCase(java.util.Locale.ROOT) + "." + (word.isEmpty() ? "" : word + ".") + what,
                new Words(chinese, english));
    }
}
