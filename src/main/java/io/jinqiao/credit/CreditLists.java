package io.jinqiao.credit;

import io.jinqiao.message.PartnerId;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;

/** Monthly lists of what a bank that reports itself told the Center, held against what is known here. Every call joins the caller's transaction. */
public interface CreditLists {
    /** First line of a list: number of the loan, then 账户状态, 当前还款状态, 余额, 当前逾期期数, 当前逾期总额 as the Center is told; amounts in whole yuan. */
    String HEADER = "loanAccountNo,AcctStatus,RpyStatus,AcctBal,OverdPrd,TotOverd";

    /**
     * Takes the place of the bank's list of the month that was taken before.
     *
     * @param list {@link #HEADER}, then a line for each loan, ended by CRLF or LF, UTF-8
     * @param by log-in name
     * @return how many loans it tells of
     * @throws io.jinqiao.message.Refusal with every line that cannot be read, up to 100; then nothing changed
     */
    long take(PartnerId bank, YearMonth month, InputStream list, String by) throws IOException;
}
