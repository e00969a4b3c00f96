/// The settings: language, colours, opened folders, where the data is. In: the board and the preferences. Out:
/// changed preferences, folders to open.
@NullMarked
package plantao.ui.settings;

import org.jspecify.annotations.NullMarked;
