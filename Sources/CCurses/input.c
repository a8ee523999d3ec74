#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CCurses.h"
#include "internal.h"

#include <ncursesw/curses.h>

// Keys are read from a pad: reading from a window first refreshes it, and would flash an unfinished frame.
static WINDOW *input;

enum { paste_begin = KEY_MAX + 1, paste_end = KEY_MAX + 2 };

bool cc_open_input(bool curses_reads_clicks) {
  input = newpad(1, 1);
  if (!input) return false;
  keypad(input, TRUE);
  nodelay(input, TRUE);
  if (!curses_reads_clicks) define_key(NULL, KEY_MOUSE);
  define_key("\033[200~", paste_begin);
  define_key("\033[201~", paste_end);
  return true;
}

void cc_close_input(void) {
  if (input) delwin(input);
  input = NULL;
}

static const struct {
  int code;
  cc_key key;
} named_keys[] = {
    {KEY_ENTER, cc_key_enter},  {KEY_BTAB, cc_key_back_tab},   {KEY_BACKSPACE, cc_key_backspace},
    {KEY_DC, cc_key_delete},    {KEY_IC, cc_key_insert},       {KEY_UP, cc_key_up},
    {KEY_DOWN, cc_key_down},    {KEY_LEFT, cc_key_left},       {KEY_RIGHT, cc_key_right},
    {KEY_HOME, cc_key_home},    {KEY_END, cc_key_end},         {KEY_PPAGE, cc_key_page_up},
    {KEY_A1, cc_key_home},      {KEY_C1, cc_key_end},          {KEY_NPAGE, cc_key_page_down},
    {KEY_A3, cc_key_page_up},   {KEY_C3, cc_key_page_down},
};

static const struct {
  mmask_t state;
  cc_mouse mouse;
} mouse_events[] = {
    {BUTTON4_PRESSED, cc_mouse_wheel_up},     {BUTTON5_PRESSED, cc_mouse_wheel_down},
    {BUTTON1_PRESSED, cc_mouse_press_left},   {BUTTON2_PRESSED, cc_mouse_press_middle},
    {BUTTON3_PRESSED, cc_mouse_press_right},  {BUTTON1_RELEASED, cc_mouse_release},
    {BUTTON2_RELEASED, cc_mouse_release},     {BUTTON3_RELEASED, cc_mouse_release},
};

static cc_input read_mouse(void) {
  MEVENT event;
  cc_input result = {.kind = cc_input_unknown};
  if (getmouse(&event) != OK) return result;
  result.row = event.y;
  result.column = event.x;
  for (size_t i = 0; i < sizeof mouse_events / sizeof *mouse_events; i++)
    if (event.bstate & mouse_events[i].state) {
      result.kind = cc_input_mouse;
      result.mouse = mouse_events[i].mouse;
      break;
    }
  return result;
}

cc_input cc_read(void) {
  cc_input result = {.kind = cc_input_unknown};
  int code = input ? wgetch(input) : ERR;
  if (code == ERR) {
    result.kind = cc_input_none;
  } else if (code >= 0 && code < 256) {
    result.kind = cc_input_byte;
    result.value = code;
  } else if (code == KEY_MOUSE) {
    result = read_mouse();
  } else if (code == KEY_RESIZE) {
    cc_fit_window();
    result.kind = cc_input_resize;
  } else if (code == paste_begin) {
    result.kind = cc_input_paste_begin;
  } else if (code == paste_end) {
    result.kind = cc_input_paste_end;
  } else if (code > KEY_F0 && code <= KEY_F(63)) {
    result.kind = cc_input_function;
    result.value = code - KEY_F0;
  } else {
    for (size_t i = 0; i < sizeof named_keys / sizeof *named_keys; i++)
      if (named_keys[i].code == code) {
        result.kind = cc_input_named;
        result.key = named_keys[i].key;
        break;
      }
  }
  return result;
}
