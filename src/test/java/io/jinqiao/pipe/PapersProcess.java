package io.jinqiao.pipe;

import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.demo.Standings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A gateway process of {@link KilledMaterialsTest}: hands in one loan's papers when it is told to, and stops for its kill as soon as a file lies there. */
public class PapersProcess {
    static final byte[] CARD = bytes(2_400_000, 1);
    static final byte[] CONTRACT = bytes(300_000, 2);
    static final PaperLoan PAPERS = PaperLoan.of("KILLED7-", "99", "identity-card", CARD);

    private static final List<String> FOLDERS = List.of("adapters/icbc", "adapters/registry");

    /** Of all partners only those who take part, so that a killed process starts sooner. */
    @Bean
    @Primary
    Sources twoFoldersOnly(@Value("${jinqiao.home}") Path home) {
        return new Sources(home) {
            @Override
            public List<Source> list(String folder) {
                return folder.equals("adapters") ? FOLDERS.stream().flatMap(one -> super.list(one).stream()).toList() : super.list(folder);
            }
        };
    }

    /** @param armed when this file is there, the next thread that comes by goes no further, and says so */
    @Bean
    CommitPoints commitPoints(@Value("${jinqiao.crash.point}") String point, @Value("${jinqiao.crash.armed}") Path armed) {
        return reached -> {
            if (reached.name().equals(point) && Files.exists(armed)) {
                System.out.println("at " + point);
                System.out.flush();
                while (true) {
                    LockSupport.park();
                }
            }
        };
    }

    @Bean
    @ConditionalOnProperty("jinqiao.papers.hand-in")
    ApplicationRunner papers(ApplicationContext gateway) {
        return arguments -> {
            Standings.open(gateway, new PartnerId("icbc"));
            PAPERS.apply(gateway);
            PAPERS.send(gateway, "identity-card", CARD);
            PAPERS.askForMortgage(gateway, "DY7", new AttachmentRef("loan-contract", Digest.of(CONTRACT), CONTRACT.length));
            PAPERS.send(gateway, "loan-contract", CONTRACT);
        };
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
