package io.jinqiao.console;

import io.jinqiao.message.Words;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a person or an API caller may do. A caller or person may have several; duties that exclude each other are checked per act. */
public enum Role {
    /** Keeps traffic running: stops, unknown outcomes. */
    OPERATOR,
    /** First look at an application (初审). */
    REVIEWER,
    /** Second look and decision (复审、审批). */
    APPROVER,
    /** Overdue loans (催收). */
    COLLECTOR,
    /** Standing of the partner banks (银行管理). */
    BANK_MANAGER,
    /** Reads everything, changes nothing (稽核). */
    AUDITOR,
    /** People and callers, nothing else (系统管理员). */
    ADMINISTRATOR,
    /** Somebody of one bank (银行用户): its own scores, cases and fees, and nothing else. Never together with another role. */
    BANK;

    /** Those of the house's own people. */
    public static Set<Role> staff() {
        return EnumSet.complementOf(EnumSet.of(BANK));
    }

    /** Text form, such as {@code bank-manager}. */
    public String word() {
        return Words.of(this);
    }

    /** Whether the work needs names and numbers of people in clear; everyone else sees them masked. */
    public boolean seesPersonalData() {
        return this == REVIEWER || this == APPROVER || this == AUDITOR;
    }

    /** @throws io.jinqiao.message.IllegalValue naming the known roles */
    public static Role of(String word) {
        return Words.parse(word, Role.class);
    }

    static Set<Role> all(Collection<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words.forEach(word -> roles.add(of(word)));
        return roles;
    }

    static String[] words(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::word).toArray(String[]::new);
    }
}
