package io.jinqiao.workbench.certs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code certs}: makes what is missing or about to expire. */
@Command(name = "certs", description = {"Makes the throw-away identities of development.", "生成开发用一次性身份。"})
public final class CertsCommand implements Callable<Integer> {
    @Option(names = "--dir", description = {"Folder; default ${DEFAULT-VALUE}.", "目录。"}, defaultValue = "certs-dev")
    Path folder;

    @Override
    public Integer call() {
        DevelopmentCertificates certificates = DevelopmentCertificates.ensure(folder);
        long identities = certificates.properties().keySet().stream()
                .filter(name -> name.startsWith("jinqiao.certificates."))
                .count();
        System.out.println(identities + " identities are ready in " + folder.toAbsolutePath().normalize()
                + "; for development only, the production jar refuses them");
        return 0;
    }
}
