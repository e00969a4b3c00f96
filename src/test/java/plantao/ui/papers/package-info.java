/// A desk with things written on it, for the tests of the written screens.
package plantao.ui.papers;
