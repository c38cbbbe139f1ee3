package io.jinqiao.workbench.simulate.credit.report;

import java.util.function.BiPredicate;

/** One thing the Center refuses a whole file for. @param wrong by the file and the names that came before */
record FileRule(String id, Rule.Basis basis, String words, BiPredicate<Parcel, java.util.Set<String>> wrong) {
    String key() {
        return id + " file: " + words;
    }
}
