package io.jinqiao.opinion;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.ofd.OfdOpinions;
import io.jinqiao.opinion.pdf.PdfOpinions;
import io.jinqiao.opinion.seal.DeviceKey;
import io.jinqiao.opinion.seal.ElectronicSeal;
import io.jinqiao.opinion.seal.KeySeal;
import io.jinqiao.opinion.seal.ReceivedSeal;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.seal.SealUse;
import io.jinqiao.opinion.seal.SoftwareSm2Seal;
import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.Signing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Demonstration documents sealed with software keys and kept nowhere, for figures: no desk, no record, no database. Safe for use by many
 * threads.
 */
public final class OpinionMaking {
    private static final ZoneId CENTRE = ZoneId.of("Asia/Shanghai");
    private static final String BANK = "示范银行股份有限公司";

    private final OpinionForm form;
    private final PdfOpinions pdf;
    private final OfdOpinions ofd;
    private final SealUse seal;

    /**
     * @param pdfKey signs PDF files
     * @param ofdKey an SM2 key of {@code signing}, listed in the seal
     * @param seal DER of a seal, as {@link SealMaking} makes it
     */
    public OpinionMaking(Signing signing, Keys.Entry pdfKey, Keys.Entry ofdKey, byte[] seal, String centre, String purpose) {
        Typeface typeface = Typeface.load();
        this.form = new OpinionForm(typeface, new Letterhead(centre, "http://127.0.0.1:8080/console/opinions/verify", true));
        SealDesign design = new SealDesign(centre, purpose, SealDesign.SAMPLE);
        this.pdf = new PdfOpinions(typeface, design, new KeySeal(pdfKey, ""), CENTRE);
        this.ofd = new OfdOpinions(typeface, CENTRE);
        DeviceKey device = new DeviceKey(new SoftwareSm2Seal(signing, ofdKey.alias(), ofdKey.certificate()));
        this.seal = new ElectronicSeal(ReceivedSeal.read(seal).seal(), device, null);
    }

    public byte[] pdf(ApprovedLoan loan, Instant at) {
        return pdf.seal(lay(loan), at, "bench");
    }

    public byte[] ofd(ApprovedLoan loan, Instant at) {
        return ofd.seal(lay(loan), at, seal);
    }

    /**
     * The words and lines of the document, for a program that makes it with another library: lines of tabs {@code page},
     * {@code text x y size words}, {@code line x1 y1 x2 y2 width}, {@code seal x y}, in millimetres.
     */
    public List<String> plan(ApprovedLoan loan) {
        Sheet sheet = lay(loan);
        List<String> plan = new ArrayList<>();
        for (Page page : sheet.pages()) {
            plan.add("page");
            for (Mark mark : page.marks()) {
                if (mark instanceof Mark.Text text) {
                    plan.add(line("text", text.x(), text.y(), text.size()) + "\t" + text.text());
                } else if (mark instanceof Mark.Line line) {
                    plan.add(line("line", line.x1(), line.y1(), line.x2(), line.y2(), line.width()));
                }
            }
        }
        plan.add(line("seal", sheet.seal().x(), sheet.seal().y()));
        return plan;
    }

    private Sheet lay(ApprovedLoan loan) {
        return form.lay(new Opinion(loan, BANK));
    }

    private static String line(String what, double... numbers) {
        StringBuilder line = new StringBuilder(what);
        for (double number : numbers) {
            line.append(String.format(Locale.ROOT, "\t%.3f", number));
        }
        return line.toString();
    }
}
