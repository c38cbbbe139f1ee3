package io.jinqiao.opinion;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.pdf.PdfOpinions;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.seal.SoftwareSeal;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import io.jinqiao.signing.Keys;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the sealed files: the form, the typeface and the seal, read once at start. Safe for use by many threads. */
@Component
class SealRoom {
    /** Times on documents are the centre's. */
    private static final ZoneId CENTRE = ZoneId.of("Asia/Shanghai");

    private final Typeface typeface = Typeface.load();
    private final OpinionSettings settings;
    private final SealDevice device;
    private final OpinionForm form;
    private final PdfOpinions pdf;
    private final Clock clock;

    /** @param devices a seal device, when one is present; else the software key of the settings seals */
    SealRoom(OpinionSettings settings, ObjectProvider<SealDevice> devices, ObjectProvider<Keys> keys, Clock clock) {
        this.settings = settings;
        this.device = devices.getIfAvailable(() -> new SoftwareSeal(keys.getObject().get(settings.sealKey())));
        boolean sample = !device.legallyEffective();
        this.form = new OpinionForm(typeface, new Letterhead(settings.centre(), settings.verification(), sample));
        SealDesign design = new SealDesign(settings.centre(), settings.sealPurpose(), sample ? "样章·测试" : "");
        this.pdf = new PdfOpinions(typeface, design, device, CENTRE);
        this.clock = clock;
    }

    Typeface typeface() {
        return typeface;
    }

    Opinion opinion(ApprovedLoan loan) {
        return new Opinion(loan, settings.bankTitles().getOrDefault(loan.bank().value(), loan.bank().value()));
    }

    /** @throws Refusal when the font lacks a character */
    SealedDocument seal(Opinion opinion) {
        Sheet sheet = form.lay(opinion);
        String missing = typeface.missing(sheet.text());
        if (!missing.isEmpty()) {
            throw new Refusal(FailureCode.OPINION_UNPRINTABLE, missing);
        }
        Instant at = clock.instant();
        String reason = "住房公积金贷款审批 " + opinion.loan().acceptanceNo() + " 第 " + opinion.loan().version() + " 版";
        byte[] bytes = pdf.seal(sheet, at, reason);
        return new SealedDocument(
                bytes, Digest.of(bytes), at, reason, device.name(), certificate(), device.legallyEffective());
    }

    private Digest certificate() {
        try {
            return Digest.of(device.chain().get(0).getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
