package io.jinqiao.house.twin.message;

import org.springframework.util.StringUtils;

class KnowsSpring {
    boolean empty = !StringUtils.hasText("");
}
