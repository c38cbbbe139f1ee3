package io.jinqiao.loan.desk;

import static io.jinqiao.loan.Applications.CONTRACT_SCAN;
import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.Applications.IDENTITY_SCAN;
import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.desk.Desk.BANK;
import static io.jinqiao.loan.desk.Desk.OTHER_BANK;
import static io.jinqiao.loan.desk.Desk.content;
import static io.jinqiao.loan.desk.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.evidence.store.ConcealedData;
import io.jinqiao.loan.store.ScanStore;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScanIntakeTest {
    private static Desk desk;
    private String no;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void acceptAnApplication() {
        desk.clock.set(DAY);
        desk.empty();
        no = desk.accept(good().build());
    }

    private static Attachment chunk(byte[] whole, int chunk, int chunks) {
        int length = (whole.length + chunks - 1) / chunks;
        byte[] part = Arrays.copyOfRange(whole, (chunk - 1) * length, Math.min(whole.length, chunk * length));
        return new Attachment(
                "APP-1", "identity-card", Digest.of(whole), whole.length, chunk, chunks, Base64.getEncoder().encodeToString(part));
    }

    private static Content.Group take(Attachment chunk) {
        return content(desk.inOneCommit(() -> desk.loans.attachment(desk.from(BANK, chunk))));
    }

    @Test
    void putsAScanTogetherFromChunksInAnyOrderAndRepeated() {
        assertThat(take(chunk(IDENTITY_SCAN, 3, 3)).text("received")).isEqualTo("1");
        assertThat(take(chunk(IDENTITY_SCAN, 1, 3)).text("received")).isEqualTo("2");
        assertThat(take(chunk(IDENTITY_SCAN, 1, 3)).text("received")).isEqualTo("2");
        Content.Group last = take(chunk(IDENTITY_SCAN, 2, 3));
        assertThat(last.text("complete")).isEqualTo("true");
        assertThat(last.text("digest")).isEqualTo(Digest.of(IDENTITY_SCAN).hex());
        assertThat(desk.events(no)).containsExactly("accepted", "attachment-arrived");
        assertThat(take(chunk(IDENTITY_SCAN, 2, 3)).text("complete")).isEqualTo("true");
        assertThat(desk.events(no)).containsExactly("accepted", "attachment-arrived");
    }

    @Test
    void saysWhenEverythingListedIsHere() {
        desk.upload("APP-1", "purchase-contract", CONTRACT_SCAN);
        assertThat(desk.fact(no, "word")).isEqualTo("attachments-missing");
        desk.upload("APP-1", "identity-card", IDENTITY_SCAN);
        assertThat(desk.events(no))
                .containsExactly("accepted", "attachment-arrived", "attachment-arrived", "attachments-complete");
        assertThat(desk.fact(no, "word")).isEqualTo("in-initial-review");
    }

    @Test
    void refusesAScanWithAnotherDigestAndTakesItWhenBegunAgainInOtherChunks() {
        byte[] spoiled = IDENTITY_SCAN.clone();
        spoiled[0]++;
        Attachment first = chunk(spoiled, 1, 2);
        take(new Attachment(
                "APP-1", "identity-card", Digest.of(IDENTITY_SCAN), IDENTITY_SCAN.length, 1, 2, first.bytes()));
        assertThat(refusal(() -> take(chunk(IDENTITY_SCAN, 2, 2)))).containsExactly("ATTACHMENT_DIGEST_WRONG@digest");
        assertThat(desk.events(no)).containsExactly("accepted");
        take(chunk(IDENTITY_SCAN, 1, 3));
        take(chunk(IDENTITY_SCAN, 2, 3));
        assertThat(take(chunk(IDENTITY_SCAN, 3, 3)).text("complete")).isEqualTo("true");
        assertThat(desk.jdbc.sql("SELECT DISTINCT chunks FROM loan_attachment_chunk").query(Integer.class).list())
                .containsExactly(3);
    }

    @Test
    void aScanThatIsHereIsReadInPiecesOfAnyLengthAndOneThatIsNotIsNot() {
        Digest digest = Digest.of(IDENTITY_SCAN);
        ScanStore scans = new ScanStore(desk.jdbc, new ConcealedData(desk.keys));
        take(chunk(IDENTITY_SCAN, 1, 3));
        assertThat(refusal(() -> scans.read(no, digest, 0, 1))).containsExactly("ATTACHMENTS_MISSING");
        take(chunk(IDENTITY_SCAN, 2, 3));
        take(chunk(IDENTITY_SCAN, 3, 3));
        for (int length : List.of(1, 7, IDENTITY_SCAN.length - 1, IDENTITY_SCAN.length)) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            for (int from = 0; from < IDENTITY_SCAN.length; from += length) {
                read.writeBytes(scans.read(no, digest, from, Math.min(length, IDENTITY_SCAN.length - from)));
            }
            assertThat(read.toByteArray()).isEqualTo(IDENTITY_SCAN);
        }
        assertThat(scans.here(no)).containsExactly(new AttachmentRef("identity-card", digest, IDENTITY_SCAN.length));
    }

    @Test
    void refusesAScanNobodyListed() {
        assertThat(refusal(() -> desk.upload("APP-1", "identity-card", new byte[] {1})))
                .containsExactly("ATTACHMENT_NOT_EXPECTED@digest");
    }

    @Test
    void refusesAListedDigestOfAnotherKindOrSize() {
        String bytes = Base64.getEncoder().encodeToString(IDENTITY_SCAN);
        Attachment other = new Attachment(
                "APP-1", "purchase-contract", Digest.of(IDENTITY_SCAN), IDENTITY_SCAN.length + 1, 1, 1, bytes);
        assertThat(refusal(() -> take(other))).containsExactly("FIELDS_DISAGREE@kind", "FIELDS_DISAGREE@size");
    }

    @Test
    void refusesWhatCannotBeAChunk() {
        Digest digest = Digest.of(IDENTITY_SCAN);
        int size = IDENTITY_SCAN.length;
        assertThat(refusal(() -> take(new Attachment("APP-1", "identity-card", digest, size, 1, 1, "***"))))
                .containsExactly("FIELD_WRONG_FORM@bytes");
        assertThat(refusal(() -> take(new Attachment("APP-1", "identity-card", digest, size, 3, 2, "eA=="))))
                .containsExactly("NUMBER_OUT_OF_RANGE@chunk");
        String longer = Base64.getEncoder().encodeToString(new byte[size + 1]);
        assertThat(refusal(() -> take(new Attachment("APP-1", "identity-card", digest, size, 1, 2, longer))))
                .containsExactly("NUMBER_OUT_OF_RANGE@bytes");
        assertThat(refusal(() -> take(new Attachment("APP-1", "identity-card", digest, size, 1, 2, ""))))
                .containsExactly("NUMBER_OUT_OF_RANGE@bytes");
    }

    @Test
    void knowsNoApplicationOfAnotherBank() {
        Attachment chunk = chunk(IDENTITY_SCAN, 1, 1);
        assertThat(refusal(() -> desk.loans.attachment(desk.from(OTHER_BANK, chunk)))).containsExactly("LOAN_UNKNOWN");
    }

    @Test
    void noticesThatEverythingIsHereWhenTheLastTwoScansComeAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            acceptAnApplication();
            CompletableFuture<Void> one =
                    CompletableFuture.runAsync(() -> desk.upload("APP-1", "identity-card", IDENTITY_SCAN));
            CompletableFuture<Void> two =
                    CompletableFuture.runAsync(() -> desk.upload("APP-1", "purchase-contract", CONTRACT_SCAN));
            CompletableFuture.allOf(one, two).get();
            assertThat(desk.events(no)).containsOnlyOnce("attachments-complete");
        }
    }

    @Test
    void noticesThatAScanIsWholeWhenItsLastTwoChunksComeAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            acceptAnApplication();
            CompletableFuture<Content.Group> one =
                    CompletableFuture.supplyAsync(() -> take(chunk(IDENTITY_SCAN, 1, 2)));
            CompletableFuture<Content.Group> two =
                    CompletableFuture.supplyAsync(() -> take(chunk(IDENTITY_SCAN, 2, 2)));
            assertThat(List.of(one.get().text("complete"), two.get().text("complete")))
                    .containsExactlyInAnyOrder("true", "false");
        }
    }
}
