package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.signing.Envelopes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of a message that never was? Changes nothing anywhere, whoever answers it; its numbers begin with {@code TEST-}. */
final class Question {
    private static final byte[] NOTHING = new byte[0];
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Dialect dialect;
    private final Papers papers;
    private final Clock clock;
    private final Envelopes envelopes = new Envelopes(RANDOM);

    Question(Dialect dialect, Papers papers, Clock clock) {
        this.dialect = dialect;
        this.papers = papers;
        this.clock = clock;
    }

    record Written(MessageId id, WireCall call) {}

    /** What is not at hand to write it; null when everything is. */
    @Nullable String missing() {
        PartnerDescriptor partner = dialect.descriptor();
        if (!partner.operations().containsKey(Operation.STATUS_ENQUIRY)) {
            return "adapter.yaml: status-enquiry";
        }
        Profile own = partner.signing().own();
        SealingForm form = dialect.sealing();
        Stream<String> keys = Stream.of(own.profile().signs() ? own.ourKey() : "", form == null ? "" : form.ourKey());
        Stream<String> certificates = Stream.concat(own.theirCertificates().stream(), form == null ? Stream.of() : Stream.of(form.theirCertificate()));
        return Stream.concat(
                        keys.filter(k -> !k.isEmpty() && !papers.keys().containsKey(k)),
                        certificates.filter(c -> !papers.certificates().containsKey(c)))
                .findFirst()
                .orElseGet(() -> papers.room().signing().problems(own.profile(), own.ourKey(), own.theirCertificates()).stream().findFirst().orElse(null));
    }

    Way agreed() {
        Profile own = dialect.descriptor().signing().own();
        SealingForm form = dialect.sealing();
        return Way.agreed(own.profile(), own.ourKey(), form == null ? null : form.profile());
    }

    /** @return null when this way gives nothing to sign for this question */
    @Nullable Written write(Way way) {
        MessageId id = number();
        Unsigned unsigned = dialect.request(new StatusEnquiry(number().value(), original()), id, clock.instant());
        if (unsigned.toSeal() != null) {
            unsigned = dialect.sealedRequest(unsigned, envelopes.seal(
                    Objects.requireNonNull(way.sealing()),
                    Objects.requireNonNull(papers.certificates().get(Objects.requireNonNull(dialect.sealing()).theirCertificate())),
                    unsigned.toSeal(),
                    NOTHING));
        }
        byte @Nullable [] input = way.input().apply(unsigned);
        if (input == null) {
            return null;
        }
        String signature = way.profile().signs() ? papers.room().signing().sign(way.profile(), way.key(), input) : "";
        WireCall call = dialect.finishRequest(unsigned, signature);
        return new Written(id, new WireCall(call.path(), call.headers(), way.body().apply(call.body())));
    }

    private Operation original() {
        List<Operation> agreed = dialect.descriptor().operations().keySet().stream()
                .filter(o -> o != Operation.STATUS_ENQUIRY)
                .sorted(Comparator.comparing(o -> o == Operation.DISBURSEMENT_INSTRUCTION ? -1 : o.ordinal()))
                .toList();
        return agreed.get(0);
    }

    private static MessageId number() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        return new MessageId("TEST-" + HexFormat.of().withUpperCase().formatHex(random));
    }
}
