package io.jinqiao.adapter;

import static io.jinqiao.adapter.PipeInMemory.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.samples.SamplePeople;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.StatusEnquiry;
import org.junit.jupiter.api.Test;

/** What bytes get that were answered before, by what the partner's folder asks for. */
class RepeatsTest {
    private static final StoredAnswer STORED = PipeInMemory.answer("as it was", "rejected " + FailureCode.KEY_CONFLICT.code());

    private static final Dialect REWRAPPING = rewrapping();

    private final Dialect sameBytes = ShippedFolders.dialect("icbc");
    private final PipeInMemory pipe = new PipeInMemory();
    private final Repeats repeats = new Repeats(pipe.pen, ShippedFolders.CLOCK, pipe.ids);

    private static Dialect rewrapping() {
        MemoryFolders folders =
                new MemoryFolders().replace("adapters/icbc/adapter.yaml", "repeat-answer: same-bytes", "repeat-answer: rewrapped");
        return new Folders(folders).read(ShippedFolders.DEFAULTS, ShippedFolders.CLOCK).dialects().get("icbc");
    }

    private static Framed framed(Dialect dialect, CanonicalMessage message) {
        return dialect.open(new Letters(dialect).of(message));
    }

    @Test
    void theStoredBytesGoOutUnsignedAnewWhereThatIsAgreed() {
        Repeats.Again again = repeats.of(sameBytes, framed(sameBytes, SamplePeople.existingHome()), STORED);
        assertThat(said(again.wire())).isEqualTo("as it was");
        assertThat(again.bytes()).isEqualTo(STORED.bytes());
        assertThat(again.seal()).isNull();
    }

    @Test
    void theSameWordIsSignedAfreshWhereTheFolderAsksForIt() {
        Repeats.Again again = repeats.of(REWRAPPING, framed(REWRAPPING, SamplePeople.existingHome()), STORED);
        assertThat(said(again.wire())).contains(FailureCode.KEY_CONFLICT.code()).isNotEqualTo("as it was");
        assertThat(again.bytes()).isEqualTo(again.wire().body());
        assertThat(again.seal()).isNotNull();
        assertThat(said(again.wire())).contains(again.seal().signature());
    }

    @Test
    void whatCannotBeReadThisTimeGetsTheStoredBytes() {
        assertThat(said(repeats.of(REWRAPPING, null, STORED).wire())).isEqualTo("as it was");
    }

    @Test
    void theAnswerToAnEnquiryAlwaysGoesAsItWas() {
        Framed enquiry = framed(REWRAPPING, new StatusEnquiry("ICBC0", Operation.LOAN_APPLICATION));
        assertThat(enquiry.glimpse().operation()).isEqualTo(Operation.STATUS_ENQUIRY);
        assertThat(said(repeats.of(REWRAPPING, enquiry, STORED).wire())).isEqualTo("as it was");
    }
}
