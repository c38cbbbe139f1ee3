package io.jinqiao.opinion;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.OpinionSettings.Format;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.form.StatementForm;
import io.jinqiao.opinion.ofd.OfdOpinions;
import io.jinqiao.opinion.pdf.PdfOpinions;
import io.jinqiao.opinion.seal.DeviceKey;
import io.jinqiao.opinion.seal.ElectronicSeal;
import io.jinqiao.opinion.seal.ReceivedSeal;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.seal.SealUse;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import io.jinqiao.signing.CertificateFiles;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Makes the sealed files: the form, the typeface and the seals, read once. Safe for use by many threads. */
@Component
class SealRoom {
    /** Times on documents are the centre's. */
    private static final ZoneId CENTRE = ZoneId.of("Asia/Shanghai");

    private final Typeface typeface = Typeface.load();
    private final OpinionSettings settings;
    private final SealDevices devices;
    private final SealStore store;
    private final BankTitles titles;
    private final OpinionForm form;
    private final StatementForm statements;
    private final PdfOpinions pdf;
    private final PdfOpinions statementPdf;
    private final OfdOpinions ofd;
    private final Map<String, SealUse> opened = new ConcurrentHashMap<>();
    private final Clock clock;

    SealRoom(OpinionSettings settings, SealDevices devices, SealStore store, BankTitles titles, Clock clock) {
        this.settings = settings;
        this.devices = devices;
        this.store = store;
        this.titles = titles;
        boolean sample = !devices.legallyEffective();
        Letterhead letterhead = new Letterhead(settings.centre(), settings.verification(), sample);
        this.form = new OpinionForm(typeface, letterhead);
        this.statements = new StatementForm(typeface, letterhead);
        SealDesign design = new SealDesign(settings.centre(), settings.sealPurpose(), sample ? SealDesign.SAMPLE : "");
        this.pdf = new PdfOpinions(typeface, design, devices.pdf(), CENTRE);
        SealDesign ofStatements = new SealDesign(settings.centre(), settings.statementPurpose(), sample ? SealDesign.SAMPLE : "");
        this.statementPdf = new PdfOpinions(typeface, ofStatements, devices.statements(), CENTRE);
        this.ofd = new OfdOpinions(typeface, CENTRE);
        this.clock = clock;
    }

    Typeface typeface() {
        return typeface;
    }

    Opinion opinion(ApprovedLoan loan) {
        return new Opinion(loan, title(loan.bank()));
    }

    private String title(PartnerId bank) {
        String agreed = settings.bankTitles().get(bank.value());
        return agreed == null ? titles.of(bank).orElse(bank.value()) : agreed;
    }

    /**
     * One file of each configured format, all of one sheet and one instant; the first is the bank's.
     *
     * @throws Refusal when the font lacks a character, or no electronic seal is enabled
     */
    List<SealedDocument> seal(Opinion opinion) {
        Sheet sheet = printable(form.lay(opinion));
        Instant at = clock.instant();
        String reason = "住房公积金贷款审批 " + opinion.loan().acceptanceNo() + " 第 " + opinion.loan().version() + " 版";
        return settings.formatsFor(opinion.loan().bank()).stream()
                .map(format -> format == Format.PDF ? pdf(pdf, devices.pdf(), sheet, at, reason) : ofd(sheet, at, reason))
                .toList();
    }

    /** As PDF, with the seal of statements. @throws Refusal when the font lacks a character */
    SealedDocument seal(Statement statement) {
        Sheet sheet = printable(statements.lay(statement, title(statement.bank())));
        return pdf(statementPdf, devices.statements(), sheet, clock.instant(), statement.title() + " " + statement.number());
    }

    private Sheet printable(Sheet sheet) {
        String missing = typeface.missing(sheet.text());
        if (!missing.isEmpty()) {
            throw new Refusal(FailureCode.OPINION_UNPRINTABLE, missing);
        }
        return sheet;
    }

    private SealedDocument pdf(PdfOpinions writer, SealDevice device, Sheet sheet, Instant at, String reason) {
        byte[] bytes = writer.seal(sheet, at, reason);
        return new SealedDocument(
                "pdf", bytes, Digest.of(bytes), at, reason, device.name(), digest(device.chain().get(0)), null,
                devices.legallyEffective());
    }

    private SealedDocument ofd(Sheet sheet, Instant at, String reason) {
        SealCard card = store.usable(at).orElseThrow(() -> new Refusal(FailureCode.OPINION_SEAL_MISSING));
        Sm2SealDevice device = devices.ofd();
        byte[] bytes = ofd.seal(sheet, at, opened.computeIfAbsent(card.sealId(), this::open));
        return new SealedDocument(
                "ofd", bytes, Digest.of(bytes), at, reason, device.name(), digest(device.certificate()), card.sealId(),
                devices.legallyEffective());
    }

    private SealUse open(String sealId) {
        ReceivedSeal seal = ReceivedSeal.read(store.data(sealId));
        seal.requireListed(devices.ofd().certificate());
        return new ElectronicSeal(seal.seal(), new DeviceKey(devices.ofd()), devices.timeStamps());
    }

    private static Digest digest(X509Certificate certificate) {
        return Digest.of(CertificateFiles.der(certificate));
    }
}
