package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.support.TestIdentities;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StatementDeskTest {
    private static HikariDataSource pool;

    @BeforeAll
    static void open() {
        pool = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void aStatementIsSealedOnceAndItsFileIsTheSameEverAfter() throws Exception {
        byte[] file = at("2026-11-23T07:00:00Z").sealed(statement("JS-1", "56,250.00 元"));
        assertThat(at("2026-11-24T07:00:00Z").sealed(statement("JS-1", "56,250.00 元"))).as("a day later").isEqualTo(file);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getSignatureDictionaries()).singleElement().satisfies(signature -> {
                int[] range = signature.getByteRange();
                assertThat(range[2] + range[3]).as("over the whole file").isEqualTo(file.length);
            });
            assertThat(new PDFTextStripper().getText(document)).contains("委托贷款手续费结算单").contains("JS-1").contains("示范银行：").contains("56,250.00 元").contains("2026年11月23日");
        }
    }

    @Test
    void aNumberThatSaidSomethingElseIsRefused() {
        at("2026-11-23T07:00:00Z").sealed(statement("JS-2", "1.00 元"));
        assertThat(catchThrowableOfType(Refusal.class, () -> at("2026-11-23T07:00:00Z").sealed(statement("JS-2", "2.00 元"))).problems().get(0).code())
                .isEqualTo(FailureCode.OPINION_NUMBER_TAKEN);
    }

    /** Letters on a seal are outlines, so pictures are compared. */
    @Test
    void theSealOnAStatementIsItsOwnAndNotThatOfApprovals() throws Exception {
        OpinionSettings settings = SealRooms.settings(OpinionSettings.Format.PDF);
        assertThat(settings.statementPurpose()).isEqualTo("委贷手续费结算专用章").isNotEqualTo(settings.sealPurpose());
        byte[] own = stamp("JS-3", settings.sealPurpose(), settings.statementPurpose());
        assertThat(stamp("JS-4", "别的审批章", settings.statementPurpose())).as("whatever the seal of approvals says").isEqualTo(own);
        assertThat(stamp("JS-5", settings.sealPurpose(), settings.sealPurpose())).as("that of approvals").isNotEqualTo(own);
    }

    @Test
    void aKeyOfItsOwnSignsStatements() {
        try (SigningRoom room = TestIdentities.room("centre")) {
            SealDevices devices = SealRooms.devices(
                    SealRooms.settings(OpinionSettings.Format.PDF), Map.of("keys", room.keys(), "signing", room.signing(), "development", new AcceptsDevelopmentCertificates() {}));
            assertThat(devices.statements().chain().get(0)).isEqualTo(room.keys().get("centre-seal-fee-rsa").certificate()).isNotEqualTo(devices.pdf().chain().get(0));
        }
    }

    private static byte[] stamp(String number, String sealPurpose, String statementPurpose) throws Exception {
        OpinionSettings s = SealRooms.settings(OpinionSettings.Format.PDF);
        OpinionSettings other = new OpinionSettings(
                s.centre(), sealPurpose, s.sealKey(), statementPurpose, s.statementKey(), s.ofdSealKey(), s.pdfSm2(), s.formats(), s.timeStamp(), s.certifiedProduct(), s.verification(), Map.of(), Map.of());
        try (PDDocument document = Loader.loadPDF(at("2026-11-23T07:00:00Z", other).sealed(statement(number, "1.00 元")))) {
            return document.getPage(0).getAnnotations().get(0).getNormalAppearanceStream().getContentStream().toByteArray();
        }
    }

    private static StatementDesk at(String instant) {
        return at(instant, SealRooms.settings(OpinionSettings.Format.PDF));
    }

    private static StatementDesk at(String instant, OpinionSettings settings) {
        JdbcClient db = JdbcClient.create(pool);
        SealDevices devices = SealRooms.devices(settings, Map.of("device", TestSeal.device()));
        return new StatementDesk(new SealRoom(settings, devices, new SealStore(db), SealRooms.TITLES, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC)), db);
    }

    private static Statement statement(String number, String payable) {
        return new Statement(
                "委托贷款手续费结算单", number, Approvals.BANK, "现将住房公积金委托贷款手续费结算如下。", List.of(new Statement.Row("本次应付", payable)), LocalDate.of(2026, 11, 23));
    }
}
