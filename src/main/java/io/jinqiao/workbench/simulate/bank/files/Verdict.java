package io.jinqiao.workbench.simulate.bank.files;

import java.util.List;

/**
 * What the centre said of a file.
 *
 * @param name of the result file
 * @param about name of the file it is about
 * @param outcome the bank's code: 0 taken, 1 taken in part, 2 refused
 * @param problems the centre's codes, one for each line of the result
 * @param intact whether the hash is that of the bytes
 */
public record Verdict(String name, String about, String outcome, long rows, long taken, long refused, List<String> problems, boolean intact) {

    String words() {
        return about + " → " + outcome + ", " + taken + "/" + rows + (problems.isEmpty() ? "" : " " + problems) + (intact ? "" : ", 摘要不符 / the hash is wrong");
    }
}
