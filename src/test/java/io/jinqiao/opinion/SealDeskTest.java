package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.OpinionSettings.Format;
import io.jinqiao.opinion.SealCard.State;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.support.TestPersonalData;
import io.jinqiao.support.TestIdentities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class SealDeskTest {
    private static HikariDataSource pool;
    private static JdbcClient db;
    private static SigningRoom centre;
    private static SigningRoom works;
    private static SealMaking making;
    private static Seals seals;
    private static Opinions opinions;

    private String sealId;

    @BeforeAll
    static void open() {
        pool = TestDatabase.migrated();
        db = JdbcClient.create(pool);
        centre = TestIdentities.room("centre");
        works = TestIdentities.room("sealmaker");
        making = new SealMaking(works.signing(), works.keys().get("seal-maker-sm2"));
        OpinionSettings settings = SealRooms.settings(Format.OFD, Format.PDF);
        SealDevices devices = SealRooms.devices(
                settings,
                Map.of(
                        "keys", centre.keys(),
                        "signing", centre.signing(),
                        "development", new AcceptsDevelopmentCertificates() {}));
        SealStore store = new SealStore(db);
        seals = new SealDesk(store, devices, centre.trust(), Clock.systemUTC());
        opinions = new OpinionDesk(
                new SealRoom(settings, devices, store, SealRooms.TITLES, Clock.systemUTC()), new OpinionStore(db, TestPersonalData.on(pool)), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        works.close();
        centre.close();
        pool.close();
    }

    @BeforeEach
    void noOtherSeal() {
        sealId = "S" + System.nanoTime();
        seals.all().stream()
                .filter(seal -> seal.state() != State.DISABLED)
                .forEach(seal -> seals.disable(seal.sealId(), "keeper", "another test"));
    }

    @Test
    void isUsableOnlyAfterAnotherPersonEnabledIt() {
        assertThat(seals.propose(made(), "keeper", "新刻").state()).isEqualTo(State.PROPOSED);
        assertRefused(() -> seals.enable(sealId, "keeper", "自己启用"), FailureCode.DUTIES_NOT_SEPARATED);
        assertRefused(this::issue, FailureCode.OPINION_SEAL_MISSING);

        SealCard enabled = seals.enable(sealId, "director", "核对无误");

        assertThat(enabled.state()).isEqualTo(State.ENABLED);
        assertThat(enabled.lastBy()).isEqualTo("director");
        assertThat(issue().format()).isEqualTo("ofd");
    }

    @Test
    void holdsTheTwoPeopleInTheDatabaseToo() {
        seals.propose(made(), "keeper", "新刻");

        assertThatThrownBy(() -> new SealStore(db).happened(sealId, State.ENABLED, "keeper", Instant.now(), "past the desk"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("another person");
    }

    @Test
    void isStoppedByOnePersonAndNeverUsedAgain() {
        seals.propose(made(), "keeper", "新刻");
        seals.enable(sealId, "director", "核对无误");
        seals.disable(sealId, "keeper", "遗失");

        assertRefused(this::issue, FailureCode.OPINION_SEAL_MISSING);
        assertRefused(() -> seals.enable(sealId, "director", "找回"), FailureCode.OPINION_SEAL_STATE);
        assertRefused(() -> seals.disable(sealId, "keeper", "再停"), FailureCode.OPINION_SEAL_STATE);
    }

    @Test
    void isNotUsedOutsideItsValidity() {
        byte[] tomorrow = making.sample(
                sealId, "示范市住房公积金中心", "贷款审批专用章", user(), Instant.now().plus(Duration.ofDays(1)), Duration.ofDays(30));
        seals.propose(tomorrow, "keeper", "明日启用");
        seals.enable(sealId, "director", "核对无误");

        assertRefused(this::issue, FailureCode.OPINION_SEAL_MISSING);
    }

    @Test
    void refusesASealWhoseMakerIsNotTrusted() {
        byte[] own = new SealMaking(centre.signing(), centre.keys().get("centre-sm2-envelope"))
                .sample(sealId, "示范市住房公积金中心", "贷款审批专用章", user(), Instant.now(), Duration.ofDays(30));

        assertRefused(() -> seals.propose(own, "keeper", "自刻"), FailureCode.CERTIFICATE_WRONG_USAGE);
    }

    @Test
    void refusesAChangedSealAndOneOfSomebodyElse() {
        byte[] changed = made();
        changed[changed.length - 2] ^= 1;
        byte[] foreign = making.sample(
                sealId, "另一中心", "贷款审批专用章", TestIdentities.certificate("icbc-sm2-sign"), Instant.now(), Duration.ofDays(30));

        assertRefused(() -> seals.propose(changed, "keeper", "改动"), FailureCode.OPINION_SEAL_INVALID);
        assertRefused(() -> seals.propose(foreign, "keeper", "他人"), FailureCode.OPINION_SEAL_INVALID);
        assertRefused(() -> seals.propose(new byte[] {0x30, 0}, "keeper", "空"), FailureCode.OPINION_SEAL_INVALID);
    }

    @Test
    void refusesASealItKnows() {
        seals.propose(made(), "keeper", "新刻");

        assertRefused(() -> seals.propose(made(), "keeper", "再交"), FailureCode.OPINION_SEAL_STATE);
    }

    @Test
    void keepsBothFilesOfAnOpinionAndRecordsEachSealing() {
        seals.propose(made(), "keeper", "新刻");
        seals.enable(sealId, "director", "核对无误");

        ApprovalOpinion sent = issue();

        byte[] ofd = opinions.document(sent.opinionNo(), "ofd").orElseThrow();
        byte[] pdf = opinions.document(sent.opinionNo(), "pdf").orElseThrow();
        assertThat(Base64.getDecoder().decode(sent.document())).isEqualTo(ofd);
        assertThat(sent.digest()).isEqualTo(Digest.of(ofd));
        assertThat(ofd).startsWith('P', 'K');
        assertThat(pdf).startsWith('%', 'P', 'D', 'F');
        assertThat(db.sql("SELECT format || ' ' || device || ' ' || coalesce(seal_id, '-') FROM opinion_sealing s"
                                + " JOIN opinion_document d ON d.digest = s.document WHERE opinion_no = :no ORDER BY s.id")
                        .param("no", sent.opinionNo())
                        .query(String.class)
                        .list())
                .containsExactly("ofd software:centre-seal-sm2 " + sealId, "pdf software:centre-seal-rsa -");
    }

    @Test
    void refusesAKeyInAFileOutsideDevelopment() {
        Map<String, Object> production = Map.of("keys", centre.keys(), "signing", centre.signing());

        assertThatThrownBy(() -> SealRooms.devices(SealRooms.settings(Format.PDF), production))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jinqiao.opinion.seal-key");
        assertThatThrownBy(() -> SealRooms.devices(
                        SealRooms.settings(Format.OFD),
                        Map.of("device", TestSeal.device(), "keys", centre.keys(), "signing", centre.signing())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jinqiao.opinion.ofd-seal-key");
    }

    private byte[] made() {
        return making.sample(sealId, "示范市住房公积金中心", "贷款审批专用章", user(), Instant.now(), Duration.ofDays(365));
    }

    private static java.security.cert.X509Certificate user() {
        return centre.keys().get("centre-seal-sm2").certificate();
    }

    private ApprovalOpinion issue() {
        String application = "A" + System.nanoTime();
        ApprovedLoan ordinary = Approvals.of(
                "SP" + application, 1, List.of(Approvals.borrower("何雨桐")), Approvals.CONDITIONS, "600000.00");
        ApprovedLoan loan = Approvals.with(
                ordinary, Approvals.renumbered(ordinary.application(), application), ordinary.amount());
        Outcome outcome = opinions.issue(new DecidedLoan(Outcome.accepted(io.jinqiao.message.Content.Group.EMPTY), loan));
        return (ApprovalOpinion) outcome.outgoing().get(0).message();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, FailureCode code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(
                Refusal.class, r -> assertThat(r.problems()).extracting(Problem::code).containsExactly(code));
    }
}
