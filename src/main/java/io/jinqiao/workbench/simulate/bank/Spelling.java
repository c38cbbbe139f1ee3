package io.jinqiao.workbench.simulate.bank;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a bank spells a name of several words: {@code app no} is app_no, appNo, AppNo or APP_NO. */
enum Spelling {
    SNAKE {
        @Override
        String of(String words) {
            return words.replace(' ', '_');
        }
    },
    CAMEL {
        @Override
        String of(String words) {
            String pascal = PASCAL.of(words);
            return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
        }
    },
    PASCAL {
        @Override
        String of(String words) {
            return Arrays.stream(words.split(" "))
                    .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                    .collect(Collectors.joining());
        }
    },
    CAPITALS {
        @Override
        String of(String words) {
            return SNAKE.of(words).toUpperCase(Locale.ROOT);
        }
    };

    abstract String of(String words);
}
