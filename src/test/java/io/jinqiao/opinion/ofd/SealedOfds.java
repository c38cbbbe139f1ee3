package io.jinqiao.opinion.ofd;

import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.seal.SealImage;
import io.jinqiao.opinion.seal.SealPicture;
import io.jinqiao.opinion.sheet.Typeface;
import java.time.Instant;
import java.time.ZoneId;

/** Files with an empty seal value: what the writer makes before any key is asked. */
final class SealedOfds {
    static final Instant AT = Instant.parse("2026-11-23T07:00:00Z");
    static final Typeface TYPEFACE = Typeface.load();
    static final byte[] PICTURE =
            SealImage.png(SealPicture.draw(new SealDesign("示范市住房公积金中心", "贷款审批专用章", "样章·测试"), TYPEFACE));

    private static final OpinionForm FORM = new OpinionForm(
            TYPEFACE, new Letterhead("示范市住房公积金中心", "https://verify.example.invalid/opinion", true));
    private static final OfdOpinions OFD = new OfdOpinions(TYPEFACE, ZoneId.of("Asia/Shanghai"));

    private SealedOfds() {}

    static byte[] ordinary() {
        return OFD.seal(FORM.lay(new Opinion(Approvals.ordinary(), "示范银行")), AT, new NoKey());
    }

    static byte[] ofTwoPages() {
        return OFD.seal(
                FORM.lay(new Opinion(
                        Approvals.of("SP202611230000018", 2, Approvals.coBorrowers(14), Approvals.CONDITIONS, "1234567.89"),
                        "示范银行")),
                AT,
                new NoKey());
    }

    /** Hands back what it was given to sign. */
    private record NoKey() implements SealUse {
        @Override
        public byte[] data() {
            return PICTURE;
        }

        @Override
        public byte[] signature(byte[] dataHash, String description, Instant at) {
            return dataHash;
        }
    }
}
