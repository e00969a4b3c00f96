package plantao.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NavigationTest {
    @Test
    void whoGoesWhereHeIsAlreadyIsLedThereAgain() {
        Navigation navigation = new Navigation(Screen.BOARD);
        List<Screen> led = new ArrayList<>();
        navigation.goalProperty().addListener((_, _, goal) -> led.add(goal.screen()));

        navigation.go(Screen.BOARD);
        navigation.go(Screen.BOARD);

        assertThat(led).containsExactly(Screen.BOARD, Screen.BOARD);
    }
}
