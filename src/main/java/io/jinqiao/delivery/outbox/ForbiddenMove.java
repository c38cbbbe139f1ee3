package io.jinqiao.delivery.outbox;

/** Something happened to a message that cannot happen at its stage. */
final class ForbiddenMove extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForbiddenMove(Stage stage, Event event) {
        super(event.getClass().getSimpleName() + " while " + stage.getClass().getSimpleName());
    }
}
