package io.jinqiao.workbench.demo;

import io.jinqiao.console.Seed;
import io.jinqiao.message.PartnerId;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** One person per role, and one of each bank; passwords are shown once. */
final class People {
    private People() {}

    static void seed(ApplicationContext gateway, List<String> banks, PrintStream out) {
        List<Seed.LogInCard> cards = new ArrayList<>(gateway.getBean(Seed.class).onePersonPerRole());
        banks.forEach(bank -> cards.addAll(gateway.getBean(Seed.class).ofBank(new PartnerId(bank))));
        if (cards.isEmpty()) {
            out.println("  人员已建立，密码只在首次启动时显示 / people exist; their passwords were shown at the first start");
            return;
        }
        Table table = new Table().row("登录名 log-in", "密码 password", "角色 role");
        cards.forEach(card -> table.row(card.name(), card.password(), card.role().word()));
        out.println("  控制台登录（只显示这一次） / console log-ins, shown only this once");
        out.println(table.toString().indent(2));
    }
}
