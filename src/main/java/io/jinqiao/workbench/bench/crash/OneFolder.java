package io.jinqiao.workbench.bench.crash;

import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Of all partners only the one the campaign plays, so that a killed process does not read the others' folders at each start. */
@Configuration(proxyBeanMethods = false)
public class OneFolder {

    @Bean
    @Primary
    Sources oneFolderOnly(@Value("${jinqiao.home:.}") Path home) {
        return new Sources(home) {
            @Override
            public List<Source> list(String folder) {
                return super.list(folder.equals("adapters") ? HastyFolder.FOLDER : folder);
            }
        };
    }
}
