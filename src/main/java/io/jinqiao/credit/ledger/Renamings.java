package io.jinqiao.credit.ledger;

import io.jinqiao.credit.record.Finding;
import java.util.ArrayList;
import java.util.List;

/** Whether the Center would refuse another identifier (records 211 and 511) for what it has. */
public final class Renamings {
    private static final String ITEM = "NwBnesCode";
    /** Provider and bank, which every identifier of a loan begins with. */
    private static final int OF_A_BANK = 18;
    /** Provider, which that of a contract begins with. */
    private static final int OF_A_PROVIDER = 14;

    private Renamings() {}

    /**
     * @param there whether the Center has it
     * @param used whether the new identifier is in use, or was another's
     * @return every rule that would refuse it, and ours: an identifier says whose it is
     */
    public static List<Finding> of(String old, String fresh, boolean contract, boolean there, boolean used) {
        List<Finding> findings = new ArrayList<>();
        if (!there) {
            findings.add(new Finding("BIE001", "OdBnesCode", "原标识码未在使用", "the old identifier is not in use"));
        }
        if (used) {
            findings.add(new Finding("BIE002", ITEM, "新标识码已被使用", "the new identifier is or was somebody else's"));
        }
        int whose = Math.min(old.length(), contract ? OF_A_PROVIDER : OF_A_BANK);
        if (!fresh.startsWith(old.substring(0, whose))) {
            findings.add(new Finding("ANOTHERS", ITEM, "新标识码的机构代码和银行代码须与原标识码相同", "the new identifier begins with the provider and the bank of the old one"));
        }
        return List.copyOf(findings);
    }
}
