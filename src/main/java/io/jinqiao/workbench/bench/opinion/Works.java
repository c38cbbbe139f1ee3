package io.jinqiao.workbench.bench.opinion;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.PartnerId;
import io.jinqiao.opinion.OpinionMaking;
import io.jinqiao.opinion.SealMaking;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.development.DevelopmentProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Keys, a sample seal and approvals of invented people, in a folder that several processes use one after the other. */
final class Works implements AutoCloseable {
    private static final String CENTRE = "示范市住房公积金中心";
    private static final String PURPOSE = "贷款审批专用章";
    private static final LocalDate DECIDED = LocalDate.of(2026, 11, 23);
    private static final List<String> CONDITIONS = List.of(
            "借款合同、抵押合同签订并生效，抵押预告登记已办结；",
            "开发企业阶段性担保合同在有效期内；",
            "首付款已足额存入商品房预售资金监管账户。");

    private final Path folder;
    private final SigningRoom room;

    private Works(Path folder) {
        this.folder = folder;
        this.room = SigningRoom.open(
                DevelopmentCertificates.ensure(folder.resolve("certs-dev")).settings("centre"),
                Clock.systemUTC(),
                new DevelopmentProfile().acceptsDevelopmentCertificates());
    }

    static Works open(Path folder) {
        return new Works(folder);
    }

    /** Makes the seal, and everything a program outside needs to make the same document. */
    void prepare() throws IOException {
        try (SigningRoom makers = SigningRoom.open(
                DevelopmentCertificates.ensure(folder.resolve("certs-dev")).settings("sealmaker"),
                Clock.systemUTC(),
                new DevelopmentProfile().acceptsDevelopmentCertificates())) {
            Files.write(
                    seal(),
                    new SealMaking(makers.signing(), makers.keys().get("seal-maker-sm2"))
                            .sample("BENCH", CENTRE, PURPOSE, ofdKey().certificate(), Instant.now(), Duration.ofDays(30)));
        }
        Files.write(key(), ofdKey().privateKey().getEncoded());
        try {
            Files.write(certificate(), ofdKey().certificate().getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        Files.write(plan(), making().plan(approval(0)));
    }

    OpinionMaking making() throws IOException {
        return new OpinionMaking(
                room.signing(), room.keys().get("centre-seal-rsa"), ofdKey(), Files.readAllBytes(seal()), CENTRE, PURPOSE);
    }

    /** @param n the same number gives the same approval */
    static ApprovedLoan approval(int n) {
        LoanApplication application = InventedApplications.application("BENCH", n, DECIDED.minusDays(3));
        return new ApprovedLoan(
                new PartnerId("demo-bank"),
                application,
                String.format("SL20261123%05d", n),
                String.format("SP20261123%07d", n),
                1,
                application.terms().amount(),
                application.terms().months(),
                new java.math.BigDecimal("2.60"),
                "2025-05",
                LocalDate.of(2025, 5, 8),
                CONDITIONS,
                DECIDED,
                DECIDED.plusMonths(6),
                "林审查",
                "周审批");
    }

    SigningRoom room() {
        return room;
    }

    Keys.Entry ofdKey() {
        return room.keys().get("centre-seal-sm2");
    }

    Path seal() {
        return folder.resolve("Seal.esl");
    }

    /** PKCS#8 of the software key, for the program outside. */
    Path key() {
        return folder.resolve("key.der");
    }

    Path certificate() {
        return folder.resolve("certificate.der");
    }

    Path plan() {
        return folder.resolve("plan.tsv");
    }

    @Override
    public void close() {
        room.close();
    }
}
