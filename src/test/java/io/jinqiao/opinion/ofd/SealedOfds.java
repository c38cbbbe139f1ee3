package io.jinqiao.opinion.ofd;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.seal.ElectronicSeal;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.seal.SealPicture;
import io.jinqiao.opinion.seal.SealPng;
import io.jinqiao.opinion.seal.SealUse;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealInfo;
import io.jinqiao.opinion.ses.SesPeople;
import io.jinqiao.opinion.sheet.Typeface;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Files sealed by {@link SesPeople}. */
public final class SealedOfds {
    public static final Instant AT = SesPeople.SEALED;
    static final Typeface TYPEFACE = Typeface.load();
    static final byte[] PICTURE =
            SealPng.of(SealPicture.draw(new SealDesign("示范市住房公积金中心", "贷款审批专用章", "样章·测试"), TYPEFACE));

    private static final OpinionForm FORM = new OpinionForm(
            TYPEFACE, new Letterhead("示范市住房公积金中心", "https://verify.example.invalid/opinion", true));
    private static final OfdOpinions OFD = new OfdOpinions(TYPEFACE, ZoneId.of("Asia/Shanghai"));

    private SealedOfds() {}

    /** One page. */
    public static byte[] ordinary() {
        return sealed(Approvals.ordinary(), use());
    }

    /** With a seal across the pages. */
    public static byte[] ofTwoPages() {
        return sealed(
                Approvals.of("SP202611230000018", 2, Approvals.coBorrowers(14), Approvals.CONDITIONS, "1234567.89"), use());
    }

    /** Everything as long as it gets. */
    public static byte[] difficult() {
        return sealed(Approvals.difficult(), use());
    }

    public static byte[] sealed(ApprovedLoan loan, SealUse seal) {
        return OFD.seal(FORM.lay(new Opinion(loan, "示范银行")), AT, seal);
    }

    public static SealUse use() {
        return new ElectronicSeal(seal(), SesPeople.SIGNER, null);
    }

    /** The centre's seal with its real picture. */
    public static Seal seal() {
        return seal(SesPeople.info(SesPeople.listed(SesPeople.SIGNER)));
    }

    /** A seal with the centre's real picture. */
    static Seal seal(SealInfo info) {
        SealInfo pictured = new SealInfo(
                info.vendor(),
                info.sealId(),
                info.property(),
                new io.jinqiao.opinion.ses.SealImage("PNG", Octets.of(PICTURE), 42, 42),
                List.of());
        return Seal.made(pictured, SesPeople.MAKER);
    }
}
