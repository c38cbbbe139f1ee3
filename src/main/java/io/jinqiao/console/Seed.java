package io.jinqiao.console;

import io.jinqiao.message.PartnerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Makes the people of a new house. Passwords are given once, to be printed, and kept nowhere in clear. */
@Service
public class Seed {
    private final People people;

    public Seed(People people) {
        this.people = people;
    }

    /** A log-in just made. */
    public record LogInCard(String name, String password, Role role) {
        @Override
        public String toString() {
            return name + " (" + role.word() + ")";
        }
    }

    /** One person per role, named like the role; those who exist already are left alone and not on the list. */
    public List<LogInCard> onePersonPerRole() {
        List<LogInCard> made = new ArrayList<>();
        for (Role role : Role.staff()) {
            if (people.find(role.word()).isEmpty()) {
                made.add(make(role.word(), title(role), role));
            }
        }
        return made;
    }

    /** Somebody of a bank, named like it; nobody when there is one already. */
    public List<LogInCard> ofBank(PartnerId bank) {
        String name = "bank." + bank.value();
        return people.find(name).isPresent() ? List.of() : List.of(new LogInCard(name, people.addWithRandomPassword(name, "银行用户 " + bank.value(), bank, "-"), Role.BANK));
    }

    /** The first administrator of a new installation. @throws io.jinqiao.message.Refusal when the name is taken or of wrong form */
    public LogInCard administrator(String name) {
        return make(name, name, Role.ADMINISTRATOR);
    }

    private LogInCard make(String name, String title, Role role) {
        return new LogInCard(name, people.addWithRandomPassword(name, title, Set.of(role), "-"), role);
    }

    private static String title(Role role) {
        return switch (role) {
            case OPERATOR -> "林知行（运行值班）";
            case REVIEWER -> "陈初言（初审）";
            case APPROVER -> "沈复言（复审）";
            case COLLECTOR -> "罗追远（催收）";
            case BANK_MANAGER -> "韩观澜（银行管理）";
            case AUDITOR -> "严照清（稽核）";
            case ADMINISTRATOR -> "季守正（系统管理）";
            case BANK -> throw new IllegalArgumentException("nobody of the house");
        };
    }
}
