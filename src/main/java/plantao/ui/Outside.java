package plantao.ui;

import java.time.ZoneId;
import java.util.function.Consumer;
import plantao.desk.Event;
import plantao.playbook.Outputs;
import plantao.ui.fx.Desktop;
import plantao.ui.settings.About;

/// What the window is lent from outside.
///
/// @param events takes what the operator does
/// @param outputs what the steps print
/// @param drafts writes documents from the log
/// @param preview resolves a step's command for the eye
/// @param zone where the operator is
public record Outside(
        Consumer<Event> events,
        Outputs outputs,
        Desktop.Drafts drafts,
        Desktop.Preview preview,
        ZoneId zone,
        About about) {}
