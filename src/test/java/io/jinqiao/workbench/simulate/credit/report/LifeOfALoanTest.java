package io.jinqiao.workbench.simulate.credit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is right is taken, whatever way a loan goes. */
class LifeOfALoanTest {
    private final Post post = Post.plain().taken(Line.person(), Line.mortgage());

    @Test
    void overdueThenRecoveredThenClosed() {
        post.taken(Line.stock(), Line.recovered(), Line.overdue().set("OverdPrd", "1"), Line.closed().set("RptDate", "2026-10-01").set("Month", "2026-10").set("SettDate", "").set("CloseDate", "2026-10-01").set("FiveCateAdjDate", "2026-10-01"));
    }

    @Test
    void newWithTranchesUnderACreditLine() {
        post.taken(Line.creditLine(), Line.opened().set("Flag", "1").after("MotgaCltalCtrctInfSgmt", "<AcctCredSgmt><Mcc>D19999999H0001SX0001</Mcc></AcctCredSgmt>"));
    }

    @Test
    void aNewerVersionOfAMonthAndAMonthFilledInLater() {
        post.taken(Line.stock(), Line.september(), Line.september().set("RptDate", "2026-10-01"));
        post.taken(Line.september().set("RptDate", "2026-08-01").set("Month", "2026-07").set("SettDate", "").set("LatRpyDate", "2026-07-12").set("FiveCateAdjDate", "2026-08-01"));
    }

    @Test
    void correctedAndDeletedAndReportedAgain() {
        post.taken(Line.stock(), Line.september());
        post.taken(Line.corrected("H", Line.monthly("2026-09", "2026-09-30", "2026-09-12")).set("AcctBal", "500000"));
        post.taken(Line.corrected("B", "<AcctBsSgmt><Name>测试丙</Name></AcctBsSgmt>"), Line.corrected("C", Line.BASICS), Line.corrected("D", Line.LIABLE).set("RptDate", "2026-10-01"));
        post.taken(Line.deleted("H", "2026-09-01", ""), Line.september().set("RptDate", "2026-09-29").set("FiveCateAdjDate", "2026-09-29"));
        post.taken(Line.gone(), Line.stock(), Line.personDeleted(), Line.mortgageDeleted());
    }

    @Test
    void aClosureThatWasAMistakeIsCorrectedAndMonthsGoOn() {
        post.taken(Line.stock(), Line.closed());
        post.taken(Line.corrected("H", Line.monthly("2026-09", "2026-09-25", "2026-09-12")).set("RptDate", "2026-09-25"), Line.september());
    }

    @Test
    void aTransferThatIsTakenBack() {
        post.taken(Line.stock(), Line.transferred());
        assertThat(post.send(Line.september()).codes()).containsExactly("BLR025");
        post.taken(Line.transferred().set("Flag", "0").set("RptDate", "2026-09-06"), Line.september());
    }

    @Test
    void renamedAndBack() {
        String fresh = "D19999999H0001GJJ202403120000999";
        post.taken(Line.stock(), Line.renamed(Line.ACCOUNT, fresh), Line.september().set("AcctCode", fresh), Line.renamed(fresh, Line.ACCOUNT));
        post.taken(Line.mortgageRenamed(Line.CONTRACT, Line.CONTRACT + "X"));
    }

    @Test
    void namesWithRareCharactersAreCountedAsOneCharacterEach() {
        String rare = "\uD842\uDFB7".repeat(30); // outside the basic plane
        post.taken(Line.person().set("Name", rare).set("SpoName", "甲"), Line.stock().set("Name", rare));
    }
}
