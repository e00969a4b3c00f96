/// The library screen on a small runbook.
package plantao.ui.library;
