/// Decides what is wrong. In: readings and time, both as arguments. Out: the next state of a service's health, of a
/// metric's band and of an alert. Pure.
@NullMarked
package plantao.alert;

import org.jspecify.annotations.NullMarked;
