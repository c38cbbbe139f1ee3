package io.jinqiao.console.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** What another person says of what one proposed. */
@Schema(name = "Confirmation", description = "另一人的确认或否决 / another person confirms or turns down")
record Confirmation(boolean confirmed) {}
